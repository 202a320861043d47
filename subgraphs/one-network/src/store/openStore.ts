import { createSecretKey, type KeyObject } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { CompiledQuery, Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Database } from './database.ts';
import { migrateStore } from './migrateStore.ts';
import { createPersonIdOf, type PersonIdOf } from './personId.ts';
import { createPersonSeal, type PersonSeal } from './personSeal.ts';

export interface StoreConfig {
  /** PostgreSQL 15 or later; null: PGlite in `dataDirectory`. */
  readonly databaseUrl: string | null;
  /** PGlite's folder, made where missing; `memory://` keeps nothing. One process at a time. */
  readonly dataDirectory: string;
  /** 64 hexadecimal digits each. */
  readonly personIdKey: string;
  readonly credentialKey: string;
  /** Where the tables are, so that others can use the same database. Default `one_network`. */
  readonly schema?: string;
  /** Told each statement, without its values. */
  readonly onQuery?: (statement: string) => void;
  /** Told when a connection that nobody uses breaks; the next question opens another. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** The open store. One for each process. */
export interface Store {
  readonly database: Kysely<Database>;
  readonly personIdOf: PersonIdOf;
  readonly personSeal: PersonSeal;
  /** What tells one pair of keys from another; see `checkKeys`. */
  readonly keyPrints: Readonly<Record<'PERSON_ID_KEY' | 'CREDENTIAL_KEY', string>>;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

const POOL_SIZE = 10;
const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** Any number, the same in every process: processes that start together make the schema one after the other. */
const SCHEMA_LOCK = 4_105_001;

/**
 * Opens the store and brings its tables up to date.
 *
 * @throws Error where a key is not 64 hexadecimal digits, or the database does not answer.
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  const { schema = 'one_network', onQuery } = config;
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new Error(`"${schema}" is not a schema name`);
  const personIdOf = createPersonIdOf(readKey('PERSON_ID_KEY', config.personIdKey));
  const credentialKey = readKey('CREDENTIAL_KEY', config.credentialKey);
  const database = new Kysely<Database>({
    dialect:
      config.databaseUrl === null
        ? await embedded(config, schema)
        : postgres(config, config.databaseUrl, schema),
    ...(onQuery === undefined
      ? {}
      : { log: (event) => (event.level === 'query' ? onQuery(event.query.sql) : undefined) }),
  });
  try {
    await database.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${sql.lit(SCHEMA_LOCK)})`.execute(transaction);
      await sql`create schema if not exists ${sql.id(schema)}`.execute(transaction);
    });
    await migrateStore(database as unknown as Kysely<never>, schema);
  } catch (error) {
    await database.destroy();
    throw error;
  }
  return {
    database,
    personIdOf,
    personSeal: createPersonSeal(credentialKey),
    keyPrints: {
      PERSON_ID_KEY: personIdOf('key print'),
      CREDENTIAL_KEY: createPersonIdOf(credentialKey)('key print'),
    },
    ready: () =>
      sql`select 1`.execute(database).then(
        () => true,
        () => false,
      ),
    close: () => database.destroy(),
  };
}

async function embedded({ dataDirectory }: StoreConfig, schema: string): Promise<PGliteDialect> {
  if (!dataDirectory.includes('://')) await mkdir(dirname(dataDirectory), { recursive: true });
  return new PGliteDialect({
    pglite: new PGlite(dataDirectory),
    onCreateConnection: async (connection) => {
      await connection.executeQuery(CompiledQuery.raw(`set search_path to ${schema}`));
    },
  });
}

function postgres(config: StoreConfig, connectionString: string, schema: string): PostgresDialect {
  const pool = new Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    options: `-c search_path=${schema}`,
  });
  // Without a listener a broken idle connection would end the process.
  pool.on('error', (error) => config.onConnectionLost?.(error));
  return new PostgresDialect({ pool });
}

/** A key object: handing raw bytes to each call costs six times the time (measured: 28 µs against 4.5 µs an HMAC). */
function readKey(name: string, hex: string): KeyObject {
  if (!/^[0-9a-fA-F]{64}$/.test(hex)) throw new Error(`${name} must be 64 hexadecimal digits`);
  return createSecretKey(hex, 'hex');
}
