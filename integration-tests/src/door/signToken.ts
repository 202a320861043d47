import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type PersonaClaims, readOrCreateSigningKey } from '@tongban/development-issuer';
import { importJWK, SignJWT } from 'jose';
import { testGraph } from '../client.ts';

const tokens = new Map<string, Promise<string>>();

/** A token of the development issuer with these claims, signed with its own key; the same claims get the same token. */
export function signToken(claims: PersonaClaims): Promise<string> {
  const key = JSON.stringify(claims);
  const token = tokens.get(key) ?? sign(claims);
  tokens.set(key, token);
  return token;
}

async function sign(claims: PersonaClaims): Promise<string> {
  const { issuerUrl, dataDirectory } = testGraph();
  const { privateKey } = await readOrCreateSigningKey(join(dataDirectory, 'issuer-key.json'));
  return new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', ...(privateKey.kid ? { kid: privateKey.kid } : {}) })
    .setIssuer(issuerUrl)
    .setAudience('tongban')
    .setSubject(`test-${randomUUID()}`)
    .setIssuedAt()
    .setExpirationTime('14m')
    .setJti(randomUUID())
    .sign(await importJWK(privateKey, 'EdDSA'));
}
