import { z } from 'zod';
import type { CallerKeys } from './callerAssertion.ts';
import { subjectTagKeys } from './subjectTags.ts';

/**
 * The settings every subgraph has; spread it into the subgraph's own `z.object({ ...subgraphEnv({ port: 4101 }), … })`.
 *
 * @param defaults `port` it listens on when PORT is not set
 */
export function subgraphEnv(defaults: { readonly port: number }) {
  return {
    PORT: z.coerce.number().int().min(0).max(65_535).default(defaults.port),
    HOST: z.string().min(1).default('127.0.0.1'),
    NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
    CALLER_KEYS: callerKeys,
    SUBJECT_TAG_KEY: subjectTagKeys,
    AGENCY_TIMEOUT_MS: z.coerce.number().int().min(1).max(60_000).default(3000),
  };
}

/**
 * Reads settings against a schema; an empty value counts as not set.
 *
 * @throws Error listing every mistake at once, without the values.
 */
export function readEnv<S extends z.ZodType>(
  schema: S,
  env: Readonly<Record<string, string | undefined>>,
): z.output<S> {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new Error(`The settings are not valid:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

const PublicKey = z
  .looseObject({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string().min(1),
  })
  .refine((key) => !('d' in key), { error: 'this is a private key; give the public part only' });

const callerKeys = z
  .string({ error: 'the public key set (JWKS) of the gateway is required' })
  .transform((text, context): CallerKeys => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'not JSON; give a JWKS: {"keys":[…]}' });
      return z.NEVER;
    }
    const parsed = z.object({ keys: z.array(PublicKey).min(1) }).safeParse(value);
    if (parsed.success) return parsed.data as CallerKeys;
    for (const { message } of parsed.error.issues)
      context.addIssue({ code: 'custom', message: `JWKS of Ed25519 keys: ${message}` });
    return z.NEVER;
  });
