import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Whoever signs tokens that a gateway believes, and the settings by which it does. */
export interface DoorKeeper {
  readonly env: Readonly<Record<string, string>>;
  /** More settings, by which it records every look in a journal in `directory`, or records none. */
  readonly auditEnv: (directory: string | null) => Readonly<Record<string, string>>;
  /** Valid tokens of as many persons, all of one length, for the next ten minutes. */
  readonly tokens: readonly string[];
  stop(): void;
}

/** RS256, because every OIDC issuer has it (OpenID Connect Core §15.1). */
const ALGORITHM = 'RS256';
const LIFE_SECONDS = 600;

export async function startDoorKeeper(persons: number, scope: string): Promise<DoorKeeper> {
  const keys = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'bench', alg: ALGORITHM, use: 'sig' };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const assertionKeys = await generateKeyPair('EdDSA', { extractable: true });
  const signingKey = await exportJWK((await generateKeyPair('EdDSA', { extractable: true })).privateKey);
  const now = Math.floor(Date.now() / 1_000);
  const tokens = await Promise.all(
    Array.from({ length: persons }, (_, index) =>
      new SignJWT({ role: 'CITIZEN', scope, credential: `RIC:${String(index).padStart(18, '0')}` })
        .setProtectedHeader({ alg: ALGORITHM, kid: jwk.kid, typ: 'at+jwt' })
        .setIssuer(issuer)
        .setAudience('tongban')
        .setSubject(`person-${String(index).padStart(9, '0')}`)
        .setIssuedAt(now)
        .setExpirationTime(now + LIFE_SECONDS)
        .sign(keys.privateKey),
    ),
  );
  return {
    tokens,
    env: {
      JWKS_URL: `${issuer}/jwks`,
      TOKEN_ISSUER: issuer,
      ASSERTION_KEY: JSON.stringify(await exportJWK(assertionKeys.privateKey)),
      TRUSTED_DOCUMENTS: 'off',
      // All persons of the bench come from one address and ask as fast as they can; they are counted all the same.
      // The retail graph says nothing of its lists.
      MAX_COST: '1000000000',
      RATE_PER_ADDRESS: '100000000',
      RATE_PER_PERSON: '100000000',
    },
    auditEnv: (directory) =>
      directory === null
        ? { AUDIT: 'off' }
        : {
            AUDIT_DIRECTORY: directory,
            AUDIT_SIGNING_KEY: JSON.stringify(signingKey),
            AUDIT_PAYLOAD_KEY: randomBytes(32).toString('hex'),
            AUDIT_READER_KEY: randomBytes(32).toString('hex'),
          },
    stop: () => void server.close(),
  };
}
