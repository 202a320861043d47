import { readEnv, subgraphEnv } from '@tongban/kit';
import { z } from 'zod';

const Env = z.object({
  ...subgraphEnv({ port: 4103 }),
  /** `<region prefix>=<url>,…`; the longest prefix wins. */
  FORENSIC_APPRAISAL_SYSTEMS: z.string().default('48=http://127.0.0.1:4203'),
  /** The application id that the systems have registered; no default. */
  FORENSIC_APPRAISAL_APP_ID: z.string().min(1).max(64),
  /** The key of the request signatures; no default. */
  FORENSIC_APPRAISAL_SECRET: z.string().min(16, 'at least 16 characters'),
});

/** The settings of the forensic appraisal subgraph, each from the environment variable of the same name. */
export type ForensicAppraisalConfig = z.infer<typeof Env>;

/** @throws Error listing every mistake at once, without the values. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ForensicAppraisalConfig {
  return readEnv(Env, env);
}
