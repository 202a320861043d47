import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase } from 'kysely';

const BUSY_MS = 5_000;

/**
 * An SQLite file as Kysely takes it. Each commit is on the disk before it returns: decisions are kept for ever, and PGlite, which
 * one-network uses for what can be imported again, syncs nothing.
 *
 * @param file `:memory:` keeps nothing
 */
export function openSqlite(file: string): SqliteDatabase {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const database = new DatabaseSync(file, { timeout: BUSY_MS });
  // Without recursive triggers `insert or replace` deletes a row that a trigger would keep.
  database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma recursive_triggers = on');
  return {
    close: () => database.close(),
    prepare(source) {
      const statement = database.prepare(source);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
