import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

export const idempotencyMigration = `
  CREATE TABLE IF NOT EXISTS idempotency (
    key TEXT PRIMARY KEY, request_digest TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL, at TEXT NOT NULL
  )`;

export interface StoredAnswer {
  readonly status: number;
  /** The body exactly as it was sent. */
  readonly body: string;
}

/** The same key came with another request: the client has a bug, and nothing was done. */
export class IdempotencyConflict extends Error {
  override readonly name = 'IdempotencyConflict';
}

/**
 * Remembers the answer to each write by the client's key, so that a repeated request has one effect and gets the same
 * answer. Call `remember` inside the transaction that does the write.
 */
export function createIdempotency(database: DatabaseSync) {
  const select = database.prepare('SELECT request_digest, status, body FROM idempotency WHERE key = ?');
  const insert = database.prepare(
    'INSERT INTO idempotency (key, request_digest, status, body, at) VALUES (?, ?, ?, ?, ?)',
  );
  const digestOf = (request: string) => createHash('sha256').update(request).digest('hex');
  return {
    /**
     * The stored answer for `key`, or null when it is new.
     * @throws {IdempotencyConflict} when the key was used for a different request.
     */
    recall(key: string, request: string): StoredAnswer | null {
      const row = select.get(key) as { request_digest: string; status: number; body: string } | undefined;
      if (row === undefined) return null;
      if (row.request_digest !== digestOf(request)) throw new IdempotencyConflict(key);
      return { status: row.status, body: row.body };
    },
    remember(key: string, request: string, answer: StoredAnswer): void {
      insert.run(key, digestOf(request), answer.status, answer.body, new Date().toISOString());
    },
  };
}
