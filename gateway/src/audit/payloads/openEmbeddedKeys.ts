import { DatabaseSync } from 'node:sqlite';
import type { SubjectKeyRows } from './subjectKeyRows.ts';

/**
 * Seeds of keys in one SQLite file, for where there is no PostgreSQL. Each change is synced to the disk before it counts. What is deleted
 * is overwritten (`secure_delete`), and SQLite's own log is emptied with it. What was sealed stands in the journal and stays there,
 * unreadable without the key.
 */
export function openEmbeddedKeys(file: string): SubjectKeyRows {
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = wal;
    pragma synchronous = full;
    pragma secure_delete = on;
    create table if not exists subject_key (subject text primary key, seed blob not null) without rowid;
  `);
  const findSeed = database.prepare('select seed from subject_key where subject = ?');
  const addSeed = database.prepare('insert into subject_key values (?, ?) on conflict do nothing');
  const dropSeed = database.prepare('delete from subject_key where subject = ?');

  const seedsOf = (subjects: Iterable<string>) => {
    const seeds = new Map<string, Uint8Array>();
    for (const subject of subjects) {
      const row = findSeed.get(subject);
      if (row !== undefined) seeds.set(subject, row.seed as Uint8Array);
    }
    return seeds;
  };

  return {
    findSeeds: async (subjects) => seedsOf(subjects),
    async addSeeds(seeds) {
      database.exec('begin immediate');
      try {
        for (const [subject, seed] of seeds) addSeed.run(subject, seed);
        database.exec('commit');
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
      return seedsOf(seeds.keys());
    },
    async erase(subject) {
      dropSeed.run(subject);
      database.exec('pragma wal_checkpoint(truncate)');
    },
    close: async () => database.close(),
  };
}
