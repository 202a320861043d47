import { readEnv, subgraphEnv } from '@tongban/kit';
import { z } from 'zod';

const key = z.string({ error: 'required: 64 hexadecimal digits' }).regex(/^[0-9a-fA-F]{64}$/, {
  error: 'must be 64 hexadecimal digits; `openssl rand -hex 32` makes some',
});

const DEFAULT_AGENCY_HEALTH = ['legal-aid', 'notary', 'forensic-appraisal', 'mediation']
  .map((name, index) => `${name}=http://127.0.0.1:${4101 + index}/health/ready`)
  .join(',');

const Env = z.object({
  ...subgraphEnv({ port: 4105 }),
  /** PostgreSQL 15 or later; left out: PGlite in DATA_DIRECTORY. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must be a postgresql:// URL' }).optional(),
  DATA_DIRECTORY: z.string().min(1).default('.data/one-network'),
  /** Makes the ids of persons. Kept as long as the data. */
  PERSON_ID_KEY: key,
  /** Encrypts the register of persons. Kept as long as the data. */
  CREDENTIAL_KEY: key,
  /** `<subgraph>=<URL of its /health/ready>,…` */
  AGENCY_HEALTH: z.string().default(DEFAULT_AGENCY_HEALTH).transform(readAgencyHealth),
});

/** The settings of the one-network subgraph, each read from the environment variable of the same name. */
export type OneNetworkConfig = z.output<typeof Env>;

/** @throws Error listing every mistake at once. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): OneNetworkConfig {
  return readEnv(Env, env);
}

function readAgencyHealth(text: string, context: z.RefinementCtx): ReadonlyMap<string, string> {
  const entries = text.split(',').map((entry): [string, string] => {
    const [name = '', ...url] = entry.trim().split('=');
    return [name, url.join('=')];
  });
  for (const [name, url] of entries) {
    if (name === '' || !/^https?:$/.test(URL.parse(url)?.protocol ?? '')) {
      context.addIssue({ code: 'custom', message: `"${name}" must be followed by = and an http URL` });
    }
  }
  return new Map(entries);
}
