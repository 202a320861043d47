import { createHash, randomUUID } from 'node:crypto';
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
const CLOCK_TOLERANCE_SECONDS = 5;

const text = z.string().min(1).max(256);

const day = z.iso.date();
const regionPrefix = z.string().regex(/^\d{1,12}$/);

const AssignmentScopeClaim = z.object({
  persons: z.array(text).max(100),
  cases: z.array(text).max(100),
  regions: z.array(regionPrefix).max(100),
  from: day,
  until: day,
  approver: text.nullable(),
});

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
  regions: z.array(regionPrefix).max(1000),
  scopes: z.array(text).max(100),
  purpose: text.nullable(),
  accessCase: text.nullable(),
  assignment: text.nullable(),
  assignmentScope: AssignmentScopeClaim.nullable(),
});

/** Beside the caller, what an assertion is good for. */
const Bounds = z.object({
  jti: z.string().min(1).max(64),
  exp: z.number(),
  body_sha256: z.string().regex(/^[\w-]{43}$/),
});

/** A verified assertion. It is good for one use, together with the body of that digest. */
export interface VerifiedAssertion {
  readonly caller: Caller;
  readonly id: string;
  /** Seconds since 1970 after which it is refused, the tolerance for clocks included. */
  readonly expiresAt: number;
  /** SHA-256 of the body, in base64url. */
  readonly bodyDigest: string;
}

/** The digest by which an assertion names its body. */
export function digestOfBody(body: string | Uint8Array): string {
  return createHash('sha256').update(body).digest('base64url');
}

/**
 * Signs who is asking, for one subgraph, one request body and the next 30 seconds, as the gateway does.
 *
 * @param options `key`: an Ed25519 private key; `subgraph`: the one name that accepts it; `body`: to the letter as it
 *   will be sent; `keyId`: the key's `kid`
 */
export function signAssertion(
  caller: Omit<Caller, 'requestId'>,
  options: {
    readonly key: CryptoKey | KeyObject | JWK;
    readonly subgraph: string;
    readonly body: string;
    readonly keyId?: string;
  },
): Promise<string> {
  const { key, subgraph, body, keyId } = options;
  return new SignJWT({ caller: CallerClaim.parse(caller), body_sha256: digestOfBody(body) })
    .setProtectedHeader({ alg: 'EdDSA', ...(keyId === undefined ? {} : { kid: keyId }) })
    .setIssuer(ISSUER)
    .setAudience(subgraph)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`)
    .setJti(randomUUID())
    .sign(key);
}

/**
 * Reads an assertion: EdDSA, issued by the gateway to this very subgraph at most 30 seconds ago, unexpired. Whether it has
 * been used, and whether the body is the one it names, is for who has the body to say.
 *
 * @param options `keys` from `importCallerKeys`
 * @throws a jose error or ZodError; what is wrong with an assertion is for logs, never for clients.
 */
export async function verifyAssertion(
  assertion: string,
  options: { readonly keys: AssertionKeys; readonly subgraph: string; readonly requestId: string },
): Promise<VerifiedAssertion> {
  const { payload } = await jwtVerify(assertion, options.keys, {
    algorithms: ['EdDSA'],
    issuer: ISSUER,
    audience: options.subgraph,
    requiredClaims: ['exp', 'iat', 'jti', 'caller'],
    maxTokenAge: LIFETIME_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  });
  if (Array.isArray(payload.aud)) throw new Error('an assertion is for one subgraph');
  const { jti, exp, body_sha256 } = Bounds.parse(payload);
  return {
    caller: { ...CallerClaim.parse(payload.caller), requestId: options.requestId },
    id: jti,
    // What would expire later is too old by then.
    expiresAt: Math.min(exp, (payload.iat ?? 0) + LIFETIME_SECONDS) + CLOCK_TOLERANCE_SECONDS,
    bodyDigest: body_sha256,
  };
}
