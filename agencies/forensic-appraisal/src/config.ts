import { z } from 'zod';

/** The system's settings, each read from the environment variable of the same name. */
const Environment = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4203),
  DATABASE_FILE: z.string().min(1).default('.data/agencies/forensic-appraisal.sqlite'),
  FORENSIC_APPRAISAL_APP_ID: z.string().min(1).max(64),
  FORENSIC_APPRAISAL_SECRET: z.string().min(16, 'needs at least 16 characters'),
  /** Empty or absent: no limit. */
  MAX_REQUESTS_PER_SECOND: z.coerce.number().int().positive().nullable().default(null),
});

export type Config = z.infer<typeof Environment>;

/**
 * Reads and checks the whole environment at once.
 * @throws {Error} that lists every mistake.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new Error(`Invalid environment:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
