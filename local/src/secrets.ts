import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Secrets = z.strictObject({
  /** Environment variables that a system and its subgraph share. */
  agencies: z.record(z.string(), z.string()),
  personIdKey: z.string().regex(/^[0-9a-f]{64}$/),
  credentialKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Epoch and key of the tags by which persons stand in the access log; subgraphs have it, the gateway never. */
  subjectTagKey: z.string().regex(/^[a-z0-9]{1,16}=[0-9a-f]{64}$/),
  /** Ed25519 JWK by which the access log signs its checkpoints. */
  logSigningKey: z.object({ kty: z.string(), crv: z.string(), x: z.string(), d: z.string() }),
  /** Wraps the keys of persons under which payloads of the access log are sealed. */
  payloadKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** Makes the ids of findings; oversight has it. */
  findingKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** By which the oversight subgraph reads the access log. */
  logReaderKey: z.string().min(32),
  /** Ed25519 JWK by which the gateway vouches for callers. */
  assertionKey: z.object({ kty: z.string(), crv: z.string(), x: z.string(), d: z.string(), kid: z.string() }),
});

export type Secrets = z.infer<typeof Secrets>;

/** The secrets of the graph on this machine: made once, kept in `<dataDirectory>/secrets.json`, readable by its owner only. */
export function readOrCreateSecrets(dataDirectory: string): Secrets {
  const file = join(dataDirectory, 'secrets.json');
  if (existsSync(file)) {
    const parsed = Secrets.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (parsed.success) return parsed.data;
    throw new Error(`${file} is not readable as secrets; delete ${dataDirectory} to start afresh`);
  }
  const hex = (bytes: number) => randomBytes(bytes).toString('hex');
  const privateJwk = () => generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const secrets = Secrets.parse({
    agencies: {
      LEGAL_AID_API_KEY: hex(24),
      NOTARY_USERNAME: 'tongban',
      NOTARY_PASSWORD: hex(24),
      FORENSIC_APPRAISAL_APP_ID: 'tongban',
      FORENSIC_APPRAISAL_SECRET: hex(32),
      MEDIATION_API_TOKEN: hex(24),
    },
    personIdKey: hex(32),
    credentialKey: hex(32),
    subjectTagKey: `${new Date().getUTCFullYear()}=${hex(32)}`,
    logSigningKey: privateJwk(),
    payloadKey: hex(32),
    findingKey: hex(32),
    logReaderKey: hex(32),
    assertionKey: { ...privateJwk(), kid: hex(8) },
  });
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  return secrets;
}

/** The public half of the assertion key, as the JWKS that subgraphs check callers with. */
export function callerKeys({ assertionKey: { d: _private, ...publicKey } }: Secrets): string {
  return JSON.stringify({ keys: [{ ...publicKey, alg: 'EdDSA', use: 'sig' }] });
}
