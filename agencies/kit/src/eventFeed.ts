import type { DatabaseSync } from 'node:sqlite';

/** A change of a case, as other systems may follow it. No personal data: they ask for the case if they may. */
export interface FeedEvent {
  /** Position in the feed, growing, never reused. Ask for what came after the last one you handled. */
  readonly cursor: number;
  readonly caseKey: string;
  readonly region: string;
  readonly event: string;
  readonly status: string;
  readonly at: string;
}

export const eventFeedMigration = `
  CREATE TABLE IF NOT EXISTS feed_event (
    cursor INTEGER PRIMARY KEY AUTOINCREMENT,
    case_key TEXT NOT NULL, region TEXT NOT NULL, event TEXT NOT NULL, status TEXT NOT NULL, at TEXT NOT NULL
  )`;

/**
 * The change feed of an agency system: ordered, at least once. Append inside the transaction that changes the case, so
 * that neither exists without the other.
 */
export function createEventFeed(database: DatabaseSync) {
  const insert = database.prepare(
    'INSERT INTO feed_event (case_key, region, event, status, at) VALUES (?, ?, ?, ?, ?)',
  );
  const select = database.prepare(
    'SELECT cursor, case_key AS caseKey, region, event, status, at FROM feed_event WHERE cursor > ? ORDER BY cursor LIMIT ?',
  );
  return {
    append(event: Omit<FeedEvent, 'cursor'>): void {
      insert.run(event.caseKey, event.region, event.event, event.status, event.at);
    },
    /** At most `limit` events after `cursor` (0: from the beginning), oldest first. */
    after(cursor: number, limit: number): FeedEvent[] {
      return select.all(cursor, limit) as unknown as FeedEvent[];
    },
  };
}
