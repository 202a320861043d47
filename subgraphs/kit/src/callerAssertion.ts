import { createHash, randomUUID } from 'node:crypto';
import {
  type CryptoKey,
  createLocalJWKSet,
  type JSONWebKeySet,
  type JWK,
  type JWTHeaderParameters,
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

const digest = z.string().regex(/^[\w-]{43}$/);

/** What is signed: digests of what each subgraph is told. Source: RFC 9901, "Selective Disclosure for JWTs". */
const Signed = z.object({
  iat: z.number(),
  exp: z.number(),
  _sd_alg: z.literal('sha-256'),
  _sd: z.array(digest).min(1).max(16),
});

/** What one subgraph is told: a salt, good once, and for what and whom the assertion is. */
const Disclosure = z.tuple([
  z.string().min(16).max(64),
  z.literal('fetch'),
  z.strictObject({ aud: text, body_sha256: digest, caller: CallerClaim }),
]);
const TYPE = 'caller+sd-jwt';

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
  const said = { aud: subgraph, body_sha256: digestOfBody(body), caller: CallerClaim.parse(caller) };
  return sealAssertion(
    [randomUUID(), 'fetch', said],
    (jwt) => jwt,
    { alg: 'EdDSA', typ: TYPE, ...(keyId === undefined ? {} : { kid: keyId }) },
    key,
  );
}

/** Signs a disclosure, good or not: `change` and `header` let tests make what no gateway would. */
export async function sealAssertion(
  disclosure: unknown,
  change: (jwt: SignJWT) => SignJWT,
  header: JWTHeaderParameters,
  key: CryptoKey | KeyObject | JWK | Uint8Array,
): Promise<string> {
  const encoded = Buffer.from(JSON.stringify(disclosure)).toString('base64url');
  const jwt = new SignJWT({ _sd_alg: 'sha-256', _sd: [digestOfBody(encoded)] })
    .setProtectedHeader(header)
    .setIssuer(ISSUER)
    .setIssuedAt()
    .setExpirationTime(`${LIFETIME_SECONDS}s`);
  return `${await change(jwt).sign(key)}~${encoded}~`;
}

/**
 * Reads an assertion: an SD-JWT (RFC 9901) with EdDSA, issued by the gateway at most 30 seconds ago, unexpired, with one
 * disclosure, which is for this very subgraph. Whether it has been used, and whether the body is the one it names, is for
 * who has the body to say.
 *
 * @param options `keys` from `importCallerKeys`
 * @throws a jose error, ZodError or Error; what is wrong with an assertion is for logs, never for clients.
 */
export async function verifyAssertion(
  assertion: string,
  options: { readonly keys: AssertionKeys; readonly subgraph: string; readonly requestId: string },
): Promise<VerifiedAssertion> {
  const [jwt = '', disclosure = '', end, ...more] = assertion.split('~');
  if (end !== '' || more.length > 0) throw refusal('NOT_ONE_DISCLOSURE');
  const { payload } = await jwtVerify(jwt, options.keys, {
    algorithms: ['EdDSA'],
    issuer: ISSUER,
    typ: TYPE,
    requiredClaims: ['exp', 'iat', '_sd'],
    maxTokenAge: LIFETIME_SECONDS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
  });
  const { iat, exp, _sd } = Signed.parse(payload);
  if (!_sd.includes(digestOfBody(disclosure))) throw refusal('NOT_SIGNED');
  const [salt, , said] = Disclosure.parse(JSON.parse(Buffer.from(disclosure, 'base64url').toString()));
  if (said.aud !== options.subgraph) throw refusal('FOR_ANOTHER');
  return {
    caller: { ...said.caller, requestId: options.requestId },
    id: salt,
    // What would expire later is too old by then.
    expiresAt: Math.min(exp, iat + LIFETIME_SECONDS) + CLOCK_TOLERANCE_SECONDS,
    bodyDigest: said.body_sha256,
  };
}

function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}
