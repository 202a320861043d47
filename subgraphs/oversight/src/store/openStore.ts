import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { CompiledQuery, Kysely, PGliteDialect, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Database } from './database.ts';
import { migrateStore } from './migrateStore.ts';

export interface StoreConfig {
  /** PostgreSQL 15 or later; null: PGlite in `dataDirectory`. */
  readonly databaseUrl: string | null;
  /** PGlite's folder, made where missing; `memory://` keeps nothing. One process at a time. */
  readonly dataDirectory: string;
  /** Where the tables are, so that others can use the same database. Default `oversight`. */
  readonly schema?: string;
  /** Told when a connection that nobody uses breaks; the next question opens another. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** The open store of decisions. One for each process. */
export interface Store {
  readonly database: Kysely<Database>;
  /** Whether the database answers. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

const POOL_SIZE = 4;
const CONNECT_TIMEOUT_MS = 3_000;
const STATEMENT_TIMEOUT_MS = 30_000;
/** Any number, the same in every process: processes that start together make the schema one after the other. */
const SCHEMA_LOCK = 4_106_001;

/**
 * Opens the store and brings its tables up to date.
 *
 * @throws Error where the database does not answer.
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  const { schema = 'oversight' } = config;
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new Error(`"${schema}" is not a schema name`);
  const database = new Kysely<Database>({
    dialect:
      config.databaseUrl === null
        ? await embedded(config, schema)
        : postgres(config, config.databaseUrl, schema),
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
