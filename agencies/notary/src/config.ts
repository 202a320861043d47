import { z } from 'zod';

const Config = z.object({
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4202),
  DATABASE_FILE: z.string().min(1).default('.data/agencies/notary.sqlite'),
  NOTARY_USERNAME: z
    .string({ error: 'is required: the user name of basic authentication' })
    .min(1)
    .regex(/^[^:]*$/, 'must not contain a colon (RFC 7617)'),
  NOTARY_PASSWORD: z.string({ error: 'is required: the password of basic authentication' }).min(16),
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
});

export type Config = z.infer<typeof Config>;

/** Reads the environment. @throws with every mistake listed at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const result = Config.safeParse(environment);
  if (!result.success) throw new Error(`notary system, environment:\n${z.prettifyError(result.error)}`);
  return result.data;
}
