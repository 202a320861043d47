import type { IncomingHttpHeaders } from 'node:http';
import { jwtVerify } from 'jose';
import { requestError } from '../errors/requestError.ts';
import { readAccessReason } from './accessReason.ts';
import type { Caller } from './caller.ts';
import { toCaller } from './callerClaims.ts';
import type { KeySet } from './keySet.ts';

/**
 * Turns a request's headers into its caller.
 * @throws {GraphQLError} UNAUTHENTICATED, the same for every kind of missing or bad token; BAD_REQUEST for an access
 *   header of the wrong form; INTERNAL_SERVER_ERROR (503) while the issuer's keys have never been fetched.
 */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Caller>;

export interface AuthenticatorOptions {
  readonly keySet: KeySet;
  readonly issuer: string;
  readonly audience: string;
  /** Seconds since `iat` after which a token is refused, whatever its `exp` says. */
  readonly maxTokenAgeSeconds: number;
}

/** Asymmetric ones only, and fixed: the token has no say. */
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
const CLOCK_TOLERANCE_SECONDS = 60;
const MAX_TOKEN_LENGTH = 8_192;

export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const { keySet, issuer, audience, maxTokenAgeSeconds } = options;
  return async (headers) => {
    const token = bearerToken(headers.authorization);
    if (token === null) throw requestError('UNAUTHENTICATED');
    if (!keySet.isKnown()) throw requestError('INTERNAL_SERVER_ERROR', undefined, 503);
    const verified = await jwtVerify(token, keySet.findKey, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      typ: 'at+jwt',
      maxTokenAge: maxTokenAgeSeconds,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'iat', 'exp'],
    }).catch(() => null);
    if (verified === null) throw requestError('UNAUTHENTICATED');
    // Only after the token: who is not signed in learns nothing of the other headers.
    const caller = toCaller(verified.payload, readAccessReason(headers));
    if (caller === null) throw requestError('UNAUTHENTICATED');
    return caller;
  };
}

function bearerToken(header: string | undefined): string | null {
  if (header === undefined || header.length > MAX_TOKEN_LENGTH) return null;
  return /^Bearer +([A-Za-z0-9_.-]+) *$/i.exec(header)?.[1] ?? null;
}
