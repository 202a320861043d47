import { unwrapResolverError } from '@apollo/server/errors';
import { errorCodes } from '@tongban/schema';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

const knownCodes: ReadonlySet<unknown> = new Set(
  errorCodes.map(({ code }) => code as string).filter((code) => code !== 'INTERNAL_SERVER_ERROR'),
);

/** Whether somebody threw this error for the client to see. */
export function isDeliberate(error: unknown): boolean {
  const thrown = unwrapResolverError(error);
  return thrown instanceof GraphQLError && knownCodes.has(thrown.extensions.code);
}

/**
 * Lets through errors that carry a code of the table; everything else becomes INTERNAL_SERVER_ERROR with its place in
 * the answer and no word of its own. Coercion errors of graphql-js are among the rest: they quote the value.
 */
export function maskSubgraphError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  if (isDeliberate(error)) return { ...formatted, extensions: withoutStack(formatted.extensions) };
  return {
    message: 'Something failed on our side; report extensions.requestId.',
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  };
}

function withoutStack(extensions: GraphQLFormattedError['extensions']): Record<string, unknown> {
  const { stacktrace: _, ...rest } = extensions ?? {};
  return rest;
}
