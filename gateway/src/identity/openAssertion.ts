import { createHash, type KeyObject } from 'node:crypto';
import { type CryptoKey, type JWTPayload, jwtVerify } from 'jose';

/** What tests find in an assertion. */
export interface OpenedAssertion {
  readonly header: object;
  readonly signed: JWTPayload;
  readonly salt: string;
  readonly said: { readonly aud: string; readonly body_sha256: string; readonly caller: object };
}

/**
 * Opens an assertion as a subgraph would, by another way than the one it was made.
 * @throws {Error} when it is not signed by the key, or its disclosure is not part of what was signed.
 */
export async function openAssertion(
  assertion: unknown,
  publicKey: CryptoKey | KeyObject,
): Promise<OpenedAssertion> {
  const [jwt = '', disclosure = ''] = String(assertion).split('~');
  const { payload, protectedHeader } = await jwtVerify(jwt, publicKey, {
    algorithms: ['EdDSA'],
    issuer: 'tongban-gateway',
    maxTokenAge: 30,
  });
  const digest = createHash('sha256').update(disclosure).digest('base64url');
  if (!(payload._sd as string[]).includes(digest)) throw new Error('the disclosure was not signed');
  const [salt, , said] = JSON.parse(Buffer.from(disclosure, 'base64url').toString());
  return { header: protectedHeader, signed: payload, salt, said };
}
