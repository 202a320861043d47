import type { ErrorCodeName } from '@tongban/schema';
import { GraphQLError } from 'graphql';

/**
 * An error that is meant for the client. `message` is shown as it is: no personal data, no upstream's text.
 *
 * @param extensions more for programs to read, beside `code`
 */
export function graphqlError(
  code: ErrorCodeName,
  message: string,
  extensions: Readonly<Record<string, unknown>> = {},
): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}
