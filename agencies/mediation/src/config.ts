import { z } from 'zod';

/** The system's settings, each read from the environment variable of the same name. */
const Env = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: z.coerce.number().int().min(0).max(65_535).default(4204),
  DATABASE_FILE: z.string().min(1).default('.data/agencies/mediation.sqlite'),
  /** What callers send as `x-api-token`. */
  MEDIATION_API_TOKEN: z.string().min(16),
  /** Requests a second that the system answers in the long run. */
  RATE_PER_SECOND: z.coerce.number().positive().max(100_000).default(50),
  /** Requests it answers at once after a pause. */
  RATE_BURST: z.coerce.number().int().min(1).max(100_000).default(100),
});

export type SystemConfig = z.infer<typeof Env>;

/** @throws {Error} listing every mistake in the environment at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): SystemConfig {
  const parsed = Env.safeParse(env);
  if (!parsed.success) throw new Error(`Invalid environment:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
