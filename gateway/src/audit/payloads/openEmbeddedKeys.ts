import { DatabaseSync } from 'node:sqlite';
import type { SubjectKeyRows } from './subjectKeyRows.ts';

/**
 * Keys in one SQLite file, for where there is no PostgreSQL. What is deleted is overwritten (`secure_delete`), and each change is synced
 * to the disk before it counts. What was sealed stands in the journal and stays there, unreadable without the key.
 */
export function openEmbeddedKeys(file: string): SubjectKeyRows {
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = delete;
    pragma synchronous = extra;
    pragma secure_delete = on;
    create table if not exists subject_key (subject text primary key, wrapped_key blob not null) without rowid;
  `);
  const findKey = database.prepare('select wrapped_key from subject_key where subject = ?');
  const addKey = database.prepare('insert into subject_key values (?, ?) on conflict do nothing');
  const dropKey = database.prepare('delete from subject_key where subject = ?');

  const keyOf = (subject: string) => (findKey.get(subject)?.wrapped_key as Uint8Array | undefined) ?? null;

  return {
    findKey: async (subject) => keyOf(subject),
    async addKeys(wrappedKeys) {
      const standing = new Map<string, Uint8Array>();
      const missing = new Map<string, Uint8Array>();
      for (const [subject, wrapped] of wrappedKeys) {
        const key = keyOf(subject);
        (key === null ? missing : standing).set(subject, key ?? wrapped);
      }
      if (missing.size === 0) return standing;
      database.exec('begin immediate');
      try {
        for (const [subject, wrapped] of missing) {
          addKey.run(subject, wrapped);
          standing.set(subject, keyOf(subject) ?? wrapped);
        }
        database.exec('commit');
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
      return standing;
    },
    async erase(subject) {
      dropKey.run(subject);
    },
    close: async () => database.close(),
  };
}
