import { join } from 'node:path';
import type { Ports, ProcessName } from './ports.ts';
import { callerKeys, type Secrets } from './secrets.ts';

/** How to run one process of the graph, and how to see that it is ready. */
export interface GraphProcess {
  readonly name: ProcessName;
  /** Path of the entry file from the repository's root. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly readyUrl: string;
}

export interface GraphProcessOptions {
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly dataDirectory: string;
  /** PostgreSQL for one-network and oversight; null: embedded stores under `dataDirectory`. */
  readonly databaseUrl: string | null;
}

const agencies = ['legal-aid', 'notary', 'forensic-appraisal', 'mediation'] as const;
/** The province digits of all synthetic data (docs/synthetic-data.md). */
const SYNTHETIC_PROVINCE = '48';

/** Every process of the graph in the order of the flow of data, agencies first. */
export function graphProcesses({
  ports,
  secrets,
  dataDirectory,
  databaseUrl,
}: GraphProcessOptions): GraphProcess[] {
  const url = (name: ProcessName) => `http://127.0.0.1:${ports[name]}`;
  const process = (name: ProcessName, entry: string, env: Record<string, string>): GraphProcess => ({
    name,
    entry,
    env: { PORT: String(ports[name]), HOST: '127.0.0.1', ...env },
    readyUrl: `${url(name)}/health/ready`,
  });
  const subgraphs = [...agencies, 'one-network', 'oversight'] as const;

  return [
    process('development-issuer', 'agencies/development-issuer/src/main.ts', {
      KEY_FILE: join(dataDirectory, 'issuer-key.json'),
    }),
    ...agencies.map((agency) =>
      process(`${agency}-system`, `agencies/${agency}/src/main.ts`, {
        ...credentialsOf(agency, secrets),
        DATABASE_FILE: join(dataDirectory, 'agencies', `${agency}.sqlite`),
      }),
    ),
    ...agencies.map((agency) =>
      process(agency, `subgraphs/${agency}/src/main.ts`, {
        ...credentialsOf(agency, secrets),
        CALLER_KEYS: callerKeys(secrets),
        SUBJECT_TAG_KEY: secrets.subjectTagKey,
        [`${variablePrefix(agency)}SYSTEMS`]: `${SYNTHETIC_PROVINCE}=${url(`${agency}-system`)}`,
      }),
    ),
    process('one-network', 'subgraphs/one-network/src/main.ts', {
      CALLER_KEYS: callerKeys(secrets),
      SUBJECT_TAG_KEY: secrets.subjectTagKey,
      ...oneNetworkStore(dataDirectory, databaseUrl),
      PERSON_ID_KEY: secrets.personIdKey,
      CREDENTIAL_KEY: secrets.credentialKey,
      AGENCY_HEALTH: agencies.map((agency) => `${agency}=${url(agency)}/health/ready`).join(','),
    }),
    process('oversight', 'subgraphs/oversight/src/main.ts', {
      CALLER_KEYS: callerKeys(secrets),
      SUBJECT_TAG_KEY: secrets.subjectTagKey,
      ACCESS_LOG_URL: `${url('gateway')}/log`,
      ACCESS_LOG_KEY: secrets.logReaderKey,
      FINDING_KEY: secrets.findingKey,
      ...(databaseUrl === null
        ? { DATABASE_FILE: join(dataDirectory, 'oversight.sqlite') }
        : { DATABASE_URL: databaseUrl }),
    }),
    process('gateway', 'gateway/src/main.ts', {
      SUBGRAPH_URLS: subgraphs.map((subgraph) => `${subgraph}=${url(subgraph)}/graphql`).join(','),
      JWKS_URL: `${url('development-issuer')}/jwks`,
      TOKEN_ISSUER: url('development-issuer'),
      ASSERTION_KEY: JSON.stringify(secrets.assertionKey),
      AUDIT_SIGNING_KEY: JSON.stringify(secrets.logSigningKey),
      AUDIT_PAYLOAD_KEY: secrets.payloadKey,
      AUDIT_READER_KEY: secrets.logReaderKey,
      AUDIT_DIRECTORY: join(dataDirectory, 'access-log'),
      // As with plans: a record may wait for a processor.
      AUDIT_PATIENCE_MS: '5000',
      PLATFORM_SUBGRAPHS: 'one-network,oversight',
      // Twelve processes share this machine: a plan that takes 30 ms by itself may wait for a processor much longer.
      PLAN_TIMEOUT_MS: '3000',
      // Everybody who tries it out, and every test, comes from one address.
      RATE_PER_PERSON: '0',
      RATE_PER_ORGANIZATION: '0',
      RATE_PER_ADDRESS: '0',
      BAD_TOKENS_PER_ADDRESS: '0',
      // Nor is a gateway overloaded that waits for a processor.
      MAX_EVENT_LOOP_DELAY_MS: '0',
    }),
  ];
}

/** Where one-network keeps its pointers, as its environment variables say it. */
export function oneNetworkStore(dataDirectory: string, databaseUrl: string | null): Record<string, string> {
  return databaseUrl === null
    ? { DATA_DIRECTORY: join(dataDirectory, 'one-network') }
    : { DATABASE_URL: databaseUrl };
}

/** `legal-aid` → `LEGAL_AID_`: how the variables of an agency begin. */
function variablePrefix(agency: string): string {
  return `${agency.toUpperCase().replaceAll('-', '_')}_`;
}

/** What a system and its subgraph share, and nobody else. */
function credentialsOf(agency: string, { agencies: all }: Secrets): Record<string, string> {
  return Object.fromEntries(
    Object.entries(all).filter(([variable]) => variable.startsWith(variablePrefix(agency))),
  );
}
