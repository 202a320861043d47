import { Kysely, PostgresDialect, SqliteDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { Database } from './database.ts';
import { migratePostgres, migrateSqlite } from './migrateStore.ts';
import { openSqlite } from './openSqlite.ts';

export interface StoreConfig {
  /** PostgreSQL 15 or later; null: the SQLite file `databaseFile`. */
  readonly databaseUrl: string | null;
  /** Made where missing, with its folder; `:memory:` keeps nothing. */
  readonly databaseFile: string;
  /** Where the tables are in PostgreSQL, so that others can use the same database. Default `oversight`. */
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
  const { databaseUrl } = config;
  const database =
    databaseUrl === null
      ? new Kysely<Database>({ dialect: new SqliteDialect({ database: openSqlite(config.databaseFile) }) })
      : new Kysely<Database>({ dialect: postgres(config, databaseUrl) });
  try {
    if (databaseUrl === null) await migrateSqlite(database);
    else await preparePostgres(database, schemaOf(config));
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

async function preparePostgres(database: Kysely<Database>, schema: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(SCHEMA_LOCK)})`.execute(transaction);
    await sql`create schema if not exists ${sql.id(schema)}`.execute(transaction);
  });
  await migratePostgres(database, schema);
}

function postgres(config: StoreConfig, connectionString: string): PostgresDialect {
  const pool = new Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    options: `-c search_path=${schemaOf(config)}`,
  });
  // Without a listener a broken idle connection would end the process.
  pool.on('error', (error) => config.onConnectionLost?.(error));
  return new PostgresDialect({ pool });
}

function schemaOf({ schema = 'oversight' }: StoreConfig): string {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(schema)) throw new Error(`"${schema}" is not a schema name`);
  return schema;
}
