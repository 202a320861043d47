import type { IncomingHttpHeaders } from 'node:http';
import { decodeJwt, type JWTPayload, jwtVerify, type ProtectedHeaderParameters } from 'jose';
import { requestError } from '../errors/requestError.ts';
import { readAccessReason } from './accessReason.ts';
import { areTwoFactors } from './authenticationFactors.ts';
import type { Caller } from './caller.ts';
import { toCaller } from './callerClaims.ts';
import { hasRepeatedMember } from './hasRepeatedMember.ts';
import type { KeySet } from './keySet.ts';
import { createVerifiedTokens } from './verifiedTokens.ts';

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
  /** Seconds since `iat` after which a token is refused; one that claims a longer life is refused at once. */
  readonly maxTokenAgeSeconds: number;
  /** The roles that tokens may carry; one token, one role. */
  readonly roles: ReadonlySet<string>;
  /** Those of them whose tokens must tell of two factors, by `amr` or `acr`. */
  readonly twoFactorRoles: ReadonlySet<string>;
  /** Values of `acr` by which the issuer says that there were two factors; may be empty. */
  readonly acrValues: ReadonlySet<string>;
}

/** Asymmetric ones only, and fixed: the token has no say. */
const ALGORITHMS = ['EdDSA', 'ES256', 'RS256'];
const CLOCK_TOLERANCE_SECONDS = 60;
const MAX_TOKEN_LENGTH = 8_192;
/** Parameters by which a token brings its own key, or says where to fetch it (RFC 7515 §4.1.2–4.1.6). */
const OWN_KEY: readonly (keyof ProtectedHeaderParameters)[] = ['jku', 'jwk', 'x5u', 'x5c'];

export function createAuthenticator(options: AuthenticatorOptions): Authenticate {
  const { keySet } = options;
  const verifiedTokens = createVerifiedTokens(keySet.fetched);
  const verify = createVerify(options);
  return async (headers) => {
    const token = bearerToken(headers.authorization);
    if (token === null) throw requestError('UNAUTHENTICATED');
    if (!keySet.isKnown()) throw requestError('INTERNAL_SERVER_ERROR', undefined, 503);
    const keys = verifiedTokens.keysNow();
    const isVerified = verifiedTokens.has(token);
    const payload = isVerified ? decodeJwt(token) : await verify(token);
    if (payload === null) throw requestError('UNAUTHENTICATED');
    // Only after the token: who is not signed in learns nothing of the other headers.
    const caller = toCaller(payload, readAccessReason(headers));
    if (caller === null || !options.roles.has(caller.role)) throw requestError('UNAUTHENTICATED');
    if (options.twoFactorRoles.has(caller.role) && !hadTwoFactors(payload, options.acrValues))
      throw requestError('UNAUTHENTICATED');
    if (!isVerified) verifiedTokens.add(token, goodUntilMs(payload), keys);
    return caller;
  };
}

/** Answers the claims of a token that is good, and null for any other. */
function createVerify(options: AuthenticatorOptions): (token: string) => Promise<JWTPayload | null> {
  const { keySet, issuer, audience, maxTokenAgeSeconds } = options;
  return async (token) => {
    const verified = await jwtVerify(token, keySet.findKey, {
      algorithms: ALGORITHMS,
      issuer,
      audience,
      typ: 'at+jwt',
      maxTokenAge: maxTokenAgeSeconds,
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
      requiredClaims: ['sub', 'iat', 'exp'],
    }).catch(() => null);
    return verified !== null && isOurs(verified, token, options) ? verified.payload : null;
  };
}

/** `isOurs` has seen to it that a token's own end comes before its greatest age. */
function goodUntilMs({ exp = 0 }: JWTPayload): number {
  return (exp + CLOCK_TOLERANCE_SECONDS) * 1_000;
}

/** What is more than a valid signature and valid times, and what the library leaves to us. */
function isOurs(
  { payload, protectedHeader }: { payload: JWTPayload; protectedHeader: ProtectedHeaderParameters },
  token: string,
  { maxTokenAgeSeconds }: AuthenticatorOptions,
): boolean {
  const { iat = 0, exp = 0, aud } = payload;
  // A token for others too could be sent here by any of them.
  const isForUsAlone = !Array.isArray(aud) || aud.length === 1;
  const isShortLived = exp - iat <= maxTokenAgeSeconds;
  const bringsItsKey = OWN_KEY.some((name) => Object.hasOwn(protectedHeader, name));
  return isForUsAlone && isShortLived && !bringsItsKey && !saysTwoThings(token);
}

function saysTwoThings(token: string): boolean {
  const parts = token.split('.', 2);
  return parts.some((part) => hasRepeatedMember(Buffer.from(part, 'base64url').toString()));
}

function hadTwoFactors({ acr, amr }: JWTPayload, acrValues: ReadonlySet<string>): boolean {
  if (typeof acr === 'string' && acrValues.has(acr)) return true;
  return Array.isArray(amr) && areTwoFactors(amr);
}

function bearerToken(header: string | undefined): string | null {
  if (header === undefined || header.length > MAX_TOKEN_LENGTH) return null;
  return /^Bearer +([A-Za-z0-9_.-]+) *$/i.exec(header)?.[1] ?? null;
}
