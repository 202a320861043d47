import { GraphQLError } from 'graphql';
import { errorCode } from '../errors/errorTable.ts';

/**
 * Says that what stands at a path is kept back because the look could not be recorded. `status`: the HTTP status where nothing at all is
 * done.
 */
export function unrecordedError(path: readonly (string | number)[], status?: 503): GraphQLError {
  const { meaning, cure } = errorCode('AUDIT_UNAVAILABLE');
  return new GraphQLError(`${meaning} ${cure}`, {
    ...(path.length === 0 ? {} : { path }),
    extensions: { code: 'AUDIT_UNAVAILABLE', ...(status ? { http: { status } } : {}) },
  });
}
