import type { GraphQLError } from 'graphql';
import { SubgraphError } from '../errors/subgraphError.ts';
import type { GatewayExecutionResult } from './apolloGatewayTypes.ts';
import type { FetchRecord } from './fetchRecord.ts';

/**
 * The answer for the client: the data, the errors that were met at positions that the answer really has, and how
 * complete it is. Whatever else an executor put beside them stays here.
 */
export function finishResult(
  { data, errors: executorErrors = [] }: Pick<GatewayExecutionResult, 'data' | 'errors'>,
  record: FetchRecord,
): GatewayExecutionResult {
  const errors = new Map<string, GraphQLError>();
  for (const error of [...executorErrors, ...record.errors().map((error) => atResponsePath(error, data))]) {
    // Several fetches from one dead subgraph for one entity are one error to the reader.
    const key = JSON.stringify([error.message, error.path ?? null, error.extensions.code ?? null]);
    if (!errors.has(key)) errors.set(key, error);
  }
  const completeness = record.completeness();
  return {
    ...(data === undefined ? {} : { data }),
    ...(errors.size === 0 ? {} : { errors: [...errors.values()] }),
    ...(completeness === null ? {} : { extensions: { completeness } }),
  };
}

/**
 * A subgraph's error may stand at a field that the client did not ask for or may not know of (keys, `@requires`): its
 * path ends at the last position that the answer shows.
 */
function atResponsePath(error: SubgraphError, data: unknown): SubgraphError {
  if (error.path === undefined) return error;
  const path: (string | number)[] = [];
  let position = data;
  for (const part of error.path) {
    if (typeof position !== 'object' || position === null || !Object.hasOwn(position, part)) break;
    path.push(part);
    position = (position as Record<string | number, unknown>)[part];
  }
  const { subgraph, message, extensions } = error;
  return new SubgraphError({
    subgraph,
    message,
    code: extensions.code as ConstructorParameters<typeof SubgraphError>[0]['code'],
    path: path.length === 0 ? null : path,
    retryAfterSeconds: (extensions.retryAfterSeconds as number | undefined) ?? null,
  });
}
