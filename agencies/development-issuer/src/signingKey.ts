import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** An Ed25519 key with its id. */
export interface SigningKey {
  readonly privateKey: JWK;
  readonly publicKey: JWK;
}

/** The issuer's key: made once, kept in `file` (readable by its owner only), so that tokens outlive a restart. */
export async function readOrCreateSigningKey(file: string): Promise<SigningKey> {
  if (!existsSync(file)) {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${JSON.stringify(await exportJWK(privateKey))}\n`, { mode: 0o600 });
  }
  const { d, ...shared } = JSON.parse(readFileSync(file, 'utf8')) as JWK;
  if (d === undefined || shared.x === undefined)
    throw new Error(`${file} holds no private key; delete it to get a new one`);
  const kid = createHash('sha256').update(shared.x).digest('base64url').slice(0, 16);
  return {
    privateKey: { ...shared, d, kid, alg: 'EdDSA' },
    publicKey: { ...shared, kid, alg: 'EdDSA', use: 'sig' },
  };
}
