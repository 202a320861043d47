import { createPrivateKey, createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { WitnessAddress } from './checkpoint/witnessClient.ts';
import { LEAST_RETENTION_DAYS } from './retention/requireRetention.ts';
import { parseVerifierKey } from './verify/signedNote.ts';

/** Where looks at personal data are recorded, and by which keys. */
export interface AuditConfig {
  /** Name of the log in its checkpoints (C2SP tlog-checkpoint): like a URL without its scheme. One log has one name for ever. */
  readonly origin: string;
  /** Ed25519; signs checkpoints. */
  readonly signingKey: KeyObject;
  /** AES-256; wraps the keys of persons. */
  readonly payloadKey: KeyObject;
  /** By which the oversight subgraph reads. */
  readonly readerKey: string;
  /** PostgreSQL with the tables of the log; null: a journal in `directory`, for one gateway. */
  readonly databaseUrl: string | null;
  readonly schema: string;
  readonly directory: string;
  readonly witnesses: readonly WitnessAddress[];
  /** `@tag` of the fields that show nothing of any person. */
  readonly publicTag: string;
  /** Milliseconds that the store may fail before nothing personal is read. */
  readonly patienceMs: number;
  /** Days that records are kept at least. */
  readonly retentionDays: number;
}

const HEX_32_BYTES = /^[0-9a-fA-F]{64}$/;

const signingKey = z.string().transform((text, context): KeyObject => {
  try {
    const key = createPrivateKey({ key: JSON.parse(text), format: 'jwk' });
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // The text is a secret: the message must not quote it.
  }
  context.addIssue({
    code: 'custom',
    message: 'expected a private Ed25519 key as JWK (kty OKP, crv Ed25519, x, d)',
  });
  return z.NEVER;
});

/** Lines of `<verifier key> <URL>`, because a verifier key has plus and slash in it. */
const witnessFile = z.string().transform((path, context): WitnessAddress[] => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    context.addIssue({ code: 'custom', message: `cannot be read: ${(error as Error).message}` });
    return z.NEVER;
  }
  return text.split('\n').flatMap((line, at): WitnessAddress[] => {
    const [verifierKey = '', url = ''] = line.trim().split(/\s+/);
    if (verifierKey === '' || verifierKey.startsWith('#')) return [];
    try {
      parseVerifierKey(verifierKey);
      if (!/^https?:$/.test(new URL(url).protocol)) throw new Error('the URL must be http or https');
      return [{ verifierKey, url }];
    } catch (error) {
      context.addIssue({
        code: 'custom',
        message: `line ${at + 1}: expected <verifier key> <URL>: ${(error as Error).message}`,
      });
      return [];
    }
  });
});

const payloadKey = z
  .string()
  .regex(HEX_32_BYTES, { error: 'must be 64 hexadecimal digits; `openssl rand -hex 32` makes some' })
  .transform((hex) => createSecretKey(Buffer.from(hex, 'hex')));

/** Environment variables of the access log, which every gateway with an identity must have. */
export const auditVariables = {
  AUDIT: z
    .literal('on', { error: 'looks at personal data are recorded; off is for development and tests alone' })
    .default('on'),
  AUDIT_ORIGIN: z
    .string()
    .regex(/^[^\s+]{1,128}$/, { error: 'has neither spaces nor a plus' })
    .default('tongban.invalid/access-log'),
  AUDIT_SIGNING_KEY: signingKey,
  AUDIT_PAYLOAD_KEY: payloadKey,
  AUDIT_READER_KEY: z.string().min(32, { error: 'must have 32 characters at least' }),
  AUDIT_DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  AUDIT_SCHEMA: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,62}$/, { error: 'must be the name of a schema, in small letters' })
    .default('access_log'),
  AUDIT_DIRECTORY: z.string().min(1).default('.data/access-log'),
  AUDIT_WITNESSES: witnessFile.optional(),
  AUDIT_PUBLIC_TAG: z.string().min(1).default('public'),
  AUDIT_PATIENCE_MS: z.coerce.number().int().min(100).max(10_000).default(1_000),
  AUDIT_RETENTION_DAYS: z.coerce
    .number()
    .int()
    .min(LEAST_RETENTION_DAYS, { error: `must be ${LEAST_RETENTION_DAYS} (three years) at least` })
    .default(LEAST_RETENTION_DAYS),
  EXECUTOR: z
    .literal('compiled', {
      error: 'looks are recorded by the compiled executor alone; others need AUDIT=off',
    })
    .default('compiled'),
};

/** Whether an environment may leave the access log out, and does. */
export function isUnrecorded({ AUDIT, NODE_ENV }: Readonly<Record<string, string | undefined>>): boolean {
  return AUDIT === 'off' && NODE_ENV !== 'production';
}

export function toAuditConfig(values: z.infer<z.ZodObject<typeof auditVariables>>): AuditConfig {
  return {
    origin: values.AUDIT_ORIGIN,
    signingKey: values.AUDIT_SIGNING_KEY,
    payloadKey: values.AUDIT_PAYLOAD_KEY,
    readerKey: values.AUDIT_READER_KEY,
    databaseUrl: values.AUDIT_DATABASE_URL ?? null,
    schema: values.AUDIT_SCHEMA,
    directory: values.AUDIT_DIRECTORY,
    witnesses: values.AUDIT_WITNESSES ?? [],
    publicTag: values.AUDIT_PUBLIC_TAG,
    patienceMs: values.AUDIT_PATIENCE_MS,
    retentionDays: values.AUDIT_RETENTION_DAYS,
  };
}
