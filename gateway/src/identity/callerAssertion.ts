import { randomUUID } from 'node:crypto';
import { importJWK, type JWK, SignJWT } from 'jose';
import type { Caller } from './caller.ts';

/** A private Ed25519 key. */
export type AssertionKey = JWK;

/** Signs who the caller is, for one subgraph only. */
export type SignAssertion = (caller: Caller, subgraph: string) => Promise<string>;

const ISSUER = 'tongban-gateway';
const LIFETIME_SECONDS = 30;

/**
 * Assertions are JWTs that a subgraph can check with the public half of `key`: `aud` is the subgraph's name, so one
 * subgraph cannot pass them on to another; they live 30 s and carry a `jti`.
 * @throws {Error} when `key` is not a private Ed25519 JWK.
 */
export async function createAssertionSigner(key: AssertionKey): Promise<SignAssertion> {
  const privateKey = await importJWK(key, 'EdDSA');
  const header = { alg: 'EdDSA', ...(key.kid === undefined ? {} : { kid: key.kid }) };
  return (caller, subgraph) =>
    new SignJWT({ caller })
      .setProtectedHeader(header)
      .setIssuer(ISSUER)
      .setAudience(subgraph)
      .setSubject(caller.subject)
      .setIssuedAt()
      .setExpirationTime(`${LIFETIME_SECONDS}s`)
      .setJti(randomUUID())
      .sign(privateKey);
}
