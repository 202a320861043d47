import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Database } from './database.ts';
import * as postgres0001 from './migrations/postgres0001.ts';
import * as postgres0002 from './migrations/postgres0002.ts';
import * as sqlite0001 from './migrations/sqlite0001.ts';
import * as sqlite0002 from './migrations/sqlite0002.ts';

/** Numbered, run once each in this order; a new one is appended to both, an old one never changed. */
const POSTGRES: Readonly<Record<string, Migration>> = {
  '0001_decisions': postgres0001,
  '0002_log_heads': postgres0002,
};
const SQLITE: Readonly<Record<string, Migration>> = {
  '0001_decisions': sqlite0001,
  '0002_log_heads': sqlite0002,
};

/** Brings the schema up to date; processes that start together wait for one another. */
export function migratePostgres(database: Kysely<Database>, schema: string): Promise<void> {
  return migrate(database, POSTGRES, { migrationTableSchema: schema });
}

export function migrateSqlite(database: Kysely<Database>): Promise<void> {
  return migrate(database, SQLITE, {});
}

async function migrate(
  database: Kysely<Database>,
  migrations: Readonly<Record<string, Migration>>,
  options: { readonly migrationTableSchema?: string },
): Promise<void> {
  const migrator = new Migrator({
    db: database as unknown as Kysely<never>,
    provider: { getMigrations: async () => ({ ...migrations }) },
    ...options,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
