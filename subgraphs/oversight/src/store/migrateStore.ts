import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as decisions from './migrations/0001_decisions.ts';

/** Numbered, run once each in this order; a new one is appended, an old one never changed. */
const migrations: Readonly<Record<string, Migration>> = {
  '0001_decisions': decisions,
};

/** Brings the schema up to date; processes that start together wait for one another. */
export async function migrateStore(database: Kysely<never>, schema: string): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableSchema: schema,
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error;
}
