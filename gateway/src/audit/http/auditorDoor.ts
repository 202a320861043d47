import type { FastifyRequest } from 'fastify';
import { requestError } from '../../errors/requestError.ts';
import type { Authenticate } from '../../identity/authenticator.ts';
import type { Caller } from '../../identity/caller.ts';

/**
 * Who reads records has a token of an auditor, and says why.
 * @throws {GraphQLError} UNAUTHENTICATED, UNAUTHORIZED_FIELD_OR_TYPE for other roles, PURPOSE_REQUIRED.
 */
export type AdmitAuditor = (request: FastifyRequest) => Promise<Caller>;

export function createAuditorDoor(authenticate: Authenticate, roles: ReadonlySet<string>): AdmitAuditor {
  return async (request) => {
    const caller = await authenticate(request.headers);
    if (!roles.has(caller.role)) {
      throw requestError('UNAUTHORIZED_FIELD_OR_TYPE', 'Records of access are read by auditors only.');
    }
    if (caller.purpose === null) {
      throw requestError(
        'PURPOSE_REQUIRED',
        'Say why the log is read: send the header x-access-purpose.',
        403,
      );
    }
    return caller;
  };
}
