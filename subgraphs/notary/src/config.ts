import { readEnv, subgraphEnv } from '@tongban/kit';
import { z } from 'zod';

const Env = z.object({
  ...subgraphEnv({ port: 4102 }),
  /** `<region prefix>=<url>,…`; the longest prefix wins. */
  NOTARY_SYSTEMS: z.string().default('48=http://127.0.0.1:4202'),
  /** Basic authentication at the systems; no defaults. */
  NOTARY_USERNAME: z
    .string()
    .min(1)
    .regex(/^[^:]*$/, 'must not contain a colon (RFC 7617)'),
  NOTARY_PASSWORD: z.string().min(16, 'at least 16 characters'),
});

/** The settings of the notary subgraph, each from the environment variable of the same name. */
export type NotaryConfig = z.infer<typeof Env>;

/** @throws Error listing every mistake at once, without the values. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): NotaryConfig {
  return readEnv(Env, env);
}
