import { readEnv, subgraphEnv } from '@tongban/kit';
import { z } from 'zod';

/** The subgraph's settings, each read from the environment variable of the same name. */
const Env = z.object({
  ...subgraphEnv({ port: 4104 }),
  /** `<region prefix>=<url>,…`; the longest prefix wins. */
  MEDIATION_SYSTEMS: z.string().min(1).default('48=http://127.0.0.1:4204'),
  MEDIATION_API_TOKEN: z.string().min(16),
  /** Milliseconds for everything that one request asks of the systems; below the gateway's patience. */
  REQUEST_BUDGET_MS: z.coerce.number().int().min(1).max(60_000).default(6000),
  /** Calls under way at once, for each system. The systems bear 50 a second and 100 at once. */
  MAX_CONCURRENT_CALLS: z.coerce.number().int().min(1).max(100).default(8),
});

export type MediationConfig = z.infer<typeof Env>;

/** @throws Error listing every mistake in the environment at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): MediationConfig {
  return readEnv(Env, env);
}
