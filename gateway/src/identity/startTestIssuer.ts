import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { IdentityConfig } from '../config.ts';

type Keys = Awaited<ReturnType<typeof generateKeyPair>>;

/** A token issuer on loopback. */
export interface TestIssuer {
  /** For a gateway that trusts this issuer, with a fresh key for assertions. */
  readonly identity: IdentityConfig;
  /** The public half of the gateway's assertion key. */
  readonly assertionPublicKey: Keys['publicKey'];
  readonly keys: Keys;
  /** How often the key set was fetched. */
  fetches(): number;
  /** A valid token, or one spoilt by the options. */
  token(claims?: Record<string, unknown>, options?: TokenOptions): Promise<string>;
  setDown(isDown: boolean): void;
  stop(): Promise<void>;
}

export interface TokenOptions {
  readonly header?: Record<string, string>;
  readonly key?: Parameters<SignJWT['sign']>[0];
}

export async function startTestIssuer(): Promise<TestIssuer> {
  const keys = await generateKeyPair('EdDSA', { extractable: true });
  const assertionKeys = await generateKeyPair('EdDSA', { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'issuer-1', alg: 'EdDSA', use: 'sig' };
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
      assertionKey: { ...(await exportJWK(assertionKeys.privateKey)), kid: 'gateway-1' },
    },
    assertionPublicKey: assertionKeys.publicKey,
    keys,
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
        .setProtectedHeader({ alg: 'EdDSA', kid: 'issuer-1', typ: 'at+jwt', ...header })
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
