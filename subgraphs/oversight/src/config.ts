import { readEnv, subgraphEnv } from '@tongban/kit';
import { z } from 'zod';

const Env = z.object({
  ...subgraphEnv({ port: 4106 }),
  /** Where the gateway serves its access log. */
  ACCESS_LOG_URL: z
    .url({ protocol: /^https?$/, error: 'must be an http URL' })
    .default('http://127.0.0.1:4000/log'),
  /** The gateway's AUDIT_READER_KEY. */
  ACCESS_LOG_KEY: z.string({ error: "required: the gateway's AUDIT_READER_KEY" }).min(32, {
    error: 'must have 32 characters or more',
  }),
  /** PostgreSQL 15 or later; left out: SQLite in DATABASE_FILE. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  DATABASE_FILE: z.string().min(1).default('.data/oversight.sqlite'),
  /** Makes the ids of findings. Kept as long as the decisions on them. */
  FINDING_KEY: z.string({ error: 'required: 64 hexadecimal digits' }).regex(/^[0-9a-fA-F]{64}$/, {
    error: 'must be 64 hexadecimal digits; `openssl rand -hex 32` makes some',
  }),
});

/** The settings of the oversight subgraph, each read from the environment variable of the same name. */
export type OversightConfig = z.output<typeof Env>;

/** @throws Error listing every mistake at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): OversightConfig {
  return readEnv(Env, env);
}
