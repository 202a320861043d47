import { GraphQLError } from 'graphql';
import { errorCode } from '../errors/errorTable.ts';

/**
 * Says that the caller may not see what stands at a path, and not what he would need for it. `status`: the HTTP status
 * where the whole request is refused for it.
 */
export function unauthorizedError(path: readonly (string | number)[], status?: 403): GraphQLError {
  const { meaning, cure } = errorCode('UNAUTHORIZED_FIELD_OR_TYPE');
  return new GraphQLError(`${meaning} ${cure}`, {
    ...(path.length === 0 ? {} : { path }),
    extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE', ...(status ? { http: { status } } : {}) },
  });
}
