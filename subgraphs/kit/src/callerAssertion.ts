import { randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  createLocalJWKSet,
  type JSONWebKeySet,
  type JWK,
  type JWTVerifyGetKey,
  jwtVerify,
  type KeyObject,
  SignJWT,
} from 'jose';
import { z } from 'zod';
import type { Caller } from './caller.ts';

/** The gateway's public keys, as its JWKS has them. */
export type CallerKeys = JSONWebKeySet;

/** Finds the public key of an assertion. */
export type AssertionKeys = JWTVerifyGetKey;

/** Makes keys ready to verify with; do it once, imported keys are kept. */
export function importCallerKeys(keys: CallerKeys): AssertionKeys {
  return createLocalJWKSet(keys);
}

/** The header that carries the gateway's word on who is asking. */
export const CALLER_ASSERTION_HEADER = 'x-caller-assertion';

const ISSUER = 'tongban-gateway';
const LIFETIME_SECONDS = 30;
const OLDEST_SECONDS = 60;
const CLOCK_TOLERANCE_SECONDS = 5;

const text = z.string().min(1).max(256);

const CallerClaim = z.object({
  subject: text,
  role: z.enum([
    'CITIZEN',
    'REPRESENTATIVE',
    'STAFF',
    'AUDITOR',
    'SYSTEM_AUDITOR',
    'SECURITY_ADMINISTRATOR',
    'SYSTEM_ADMINISTRATOR',
    'SERVICE_ACCOUNT',
  ]),
  credential: text.nullable(),
  practitionerNo: text.nullable(),
  organization: text.nullable(),
  service: text.nullable(),
  regions: z.array(z.string().regex(/^\d{1,12}$/)).max(1000),
  scopes: z.array(text).max(100),
  purpose: text.nullable(),
  accessCase: text.nullable(),
  assignment: text.nullable(),
});

/**
 * Signs who is asking, for one subgraph and the next 30 seconds.
 *
 * @param options `key`: an Ed25519 private key; `subgraph`: the one name that accepts it; `keyId`: its `kid`
 */
export function signAssertion(
  caller: Omit<Caller, 'requestId'>,
  options: { readonly key: CryptoKey | KeyObject | JWK; readonly subgraph: string; readonly keyId?: string },
): Promise<string> {
  const { key, subgraph, keyId } = options;
  return new SignJWT({ caller: CallerClaim.parse(caller) })
    .setProtectedHeader({ alg: 'EdDSA', ...(keyId === undefined ? {} : { kid: keyId }) })
    .setIssuer(ISSUER)
    .setAudience(subgraph)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .setJti(randomUUID())
    .sign(key);
}

/**
 * Reads an assertion: EdDSA, issued by the gateway to this very subgraph, unexpired and at most a minute old.
 *
 * @param options `keys` from `importCallerKeys`
 * @throws a jose error or ZodError; what is wrong with an assertion is for logs, never for clients.
 */
export async function verifyAssertion(
  assertion: string,
  options: { readonly keys: AssertionKeys; readonly subgraph: string; readonly requestId: string },
): Promise<Caller> {
  const { payload } = await jwtVerify(assertion, options.keys, {
    algorithms: ['EdDSA'],
    issuer: ISSUER,
    audience: options.subgraph,
    requiredClaims: ['exp', 'iat', 'jti', 'caller'],
    maxTokenAge: OLDEST_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  });
  return { ...CallerClaim.parse(payload.caller), requestId: options.requestId };
}
