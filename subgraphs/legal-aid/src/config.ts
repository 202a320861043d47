import { readEnv, subgraphEnv } from '@tongban/kit';
import { z } from 'zod';

const Env = z.object({
  ...subgraphEnv({ port: 4101 }),
  /** `<region prefix>=<url>,…`; the longest prefix wins. */
  LEGAL_AID_SYSTEMS: z.string().default('48=http://127.0.0.1:4201'),
  /** The key that the systems ask for; no default. */
  LEGAL_AID_API_KEY: z.string().min(16, 'at least 16 characters'),
});

/** The settings of the legal aid subgraph, each from the environment variable of the same name. */
export type LegalAidConfig = z.infer<typeof Env>;

/** @throws Error listing every mistake at once, without the values. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): LegalAidConfig {
  return readEnv(Env, env);
}
