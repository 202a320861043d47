import { z } from 'zod';

const Env = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4201),
  DATABASE_FILE: z.string().min(1).default('.data/agencies/legal-aid.sqlite'),
  /** The key callers must send; no default, so that no system ever runs with a known one. */
  LEGAL_AID_API_KEY: z.string().min(16, 'at least 16 characters'),
  /** The place in the numbers this agency gives its documents. */
  NUMBERING_PLACE: z.string().min(1).max(10).default('测'),
});

/** The settings of the reference legal aid system, each from the environment variable of the same name. */
export type SystemConfig = z.infer<typeof Env>;

/**
 * Reads and checks the whole environment at once.
 * @throws {Error} that lists every mistake.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): SystemConfig {
  const parsed = Env.safeParse(env);
  if (!parsed.success) throw new Error(`Invalid environment:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
