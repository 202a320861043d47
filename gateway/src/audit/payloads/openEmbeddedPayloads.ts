import { DatabaseSync } from 'node:sqlite';
import type { PayloadRows } from './payloadRows.ts';

/**
 * Payloads in one SQLite file, for where there is no PostgreSQL. What is deleted is overwritten (`secure_delete`), and each change is
 * synced to the disk before it counts.
 */
export function openEmbeddedPayloads(file: string): PayloadRows {
  const database = new DatabaseSync(file);
  database.exec(`
    pragma journal_mode = delete;
    pragma synchronous = extra;
    pragma secure_delete = on;
    create table if not exists subject_key (subject text primary key, wrapped_key blob not null) without rowid;
    create table if not exists payload (digest text primary key, subject text not null, ciphertext blob not null);
    create index if not exists payload_subject on payload (subject);
  `);
  const findKey = database.prepare('select wrapped_key from subject_key where subject = ?');
  const addKey = database.prepare('insert into subject_key values (?, ?) on conflict do nothing');
  const addPayload = database.prepare('insert into payload values (?, ?, ?)');
  const findPayload = database.prepare('select ciphertext from payload where digest = ?');
  const dropKey = database.prepare('delete from subject_key where subject = ?');
  const dropPayloads = database.prepare('delete from payload where subject = ?');

  const keyOf = (subject: string) => (findKey.get(subject)?.wrapped_key as Uint8Array | undefined) ?? null;

  return {
    findKey: async (subject) => keyOf(subject),
    async addKey(subject, wrappedKey) {
      addKey.run(subject, wrappedKey);
      return keyOf(subject) ?? wrappedKey;
    },
    async addPayload(digest, subject, ciphertext) {
      addPayload.run(digest, subject, ciphertext);
    },
    findPayload: async (digest) => (findPayload.get(digest)?.ciphertext as Uint8Array | undefined) ?? null,
    async erase(subject) {
      database.exec('begin immediate');
      try {
        dropKey.run(subject);
        dropPayloads.run(subject);
        database.exec('commit');
      } catch (error) {
        database.exec('rollback');
        throw error;
      }
    },
    close: async () => database.close(),
  };
}
