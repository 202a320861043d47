import type { ErrorCodeName } from '@tongban/schema';
import { GraphQLError } from 'graphql';
import { errorCode } from './errorTable.ts';

/**
 * A refusal of the whole request. `message` is client-safe; without it the table's meaning and cure stand. `status` is
 * for HTTP's finer distinctions; without it the table's status stands.
 */
export function requestError(code: ErrorCodeName, message?: string, status?: number): GraphQLError {
  const row = errorCode(code);
  return new GraphQLError(message ?? `${row.meaning} ${row.cure}`, {
    extensions: { code, http: { status: status ?? row.httpStatus ?? 200 } },
  });
}
