import { KeyObject, sign } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import type { IdentityConfig } from '../config.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** A token issuer on loopback. */
export interface TestIssuer {
  /** For a gateway that trusts this issuer, with a fresh key for assertions. */
  readonly identity: IdentityConfig;
  /** The public half of the gateway's assertion key. */
  readonly assertionPublicKey: Keys['publicKey'];
  /** Of today; `rotate` replaces them. */
  readonly keys: Keys;
  /** How often the key set was fetched. */
  fetches(): number;
  /** A valid token, or one spoilt by the options. */
  token(claims?: Record<string, unknown>, options?: TokenOptions): Promise<string>;
  /** A token of these very texts, signed as they are. */
  tokenOf(header: string, payload: string): string;
  /** Signs with a new key from now on, and publishes no other. */
  rotate(): Promise<void>;
  setDown(isDown: boolean): void;
  stop(): Promise<void>;
}

export interface TokenOptions {
  readonly header?: Record<string, unknown>;
  readonly key?: Parameters<SignJWT['sign']>[0];
}

export async function startTestIssuer(): Promise<TestIssuer> {
  const assertionKeys = await generateKeyPair('EdDSA', { extractable: true });
  let keys: Keys;
  let jwk: JWK & { readonly kid: string };
  let generation = 0;
  const rotate = async () => {
    keys = await generateKeyPair('EdDSA', { extractable: true });
    generation += 1;
    jwk = { ...(await exportJWK(keys.publicKey)), kid: `issuer-${generation}`, alg: 'EdDSA', use: 'sig' };
  };
  await rotate();
  let fetches = 0;
  let isDown = false;
  const server = createServer((_request, response) => {
    fetches += 1;
    if (isDown) response.destroy();
    else response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    identity: {
      jwksUrl: new URL(`${issuer}/jwks`),
      issuer,
      audience: 'tongban',
      maxTokenAgeSeconds: 900,
      roles: new Set(['CITIZEN', 'REPRESENTATIVE', 'STAFF', 'AUDITOR', 'SYSTEM_AUDITOR']),
      twoFactorRoles: new Set(['STAFF', 'AUDITOR', 'SYSTEM_AUDITOR']),
      acrValues: new Set(['urn:example:two-factors']),
      keyCooldownMs: 30_000,
      assertionKey: { ...(await exportJWK(assertionKeys.privateKey)), kid: 'gateway-1' },
    },
    assertionPublicKey: assertionKeys.publicKey,
    get keys() {
      return keys;
    },
    rotate,
    tokenOf: (header, payload) => {
      const input = [header, payload].map((part) => Buffer.from(part).toString('base64url')).join('.');
      const signature = sign(null, Buffer.from(input), KeyObject.from(keys.privateKey));
      return `${input}.${signature.toString('base64url')}`;
    },
    fetches: () => fetches,
    token: (claims = {}, { header = {}, key = keys.privateKey } = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const payload = {
        iss: issuer,
        aud: 'tongban',
        sub: 'u-1',
        role: 'CITIZEN',
        iat: now,
        exp: now + 300,
        ...claims,
      };
      return new SignJWT(payload)
        .setProtectedHeader({ alg: 'EdDSA', kid: jwk.kid, typ: 'at+jwt', ...header })
        .sign(key);
    },
    setDown(down) {
      isDown = down;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
