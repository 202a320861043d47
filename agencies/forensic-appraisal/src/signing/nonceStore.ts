import type { DatabaseSync } from 'node:sqlite';

/** How many new nonces between two clean-ups. */
const PURGE_EVERY = 1_000;

/**
 * The nonces used within the time window, on disk, so that a restart does not open the door to a replay. A nonce
 * whose timestamp has left the window is forgotten: the timestamp alone refuses it from then on.
 */
export function createNonceStore(database: DatabaseSync, windowMs: number) {
  const insert = database.prepare(
    'INSERT OR IGNORE INTO used_nonce (app_id, nonce, timestamp) VALUES (?, ?, ?)',
  );
  const purge = database.prepare('DELETE FROM used_nonce WHERE timestamp < ?');
  let sincePurge = 0;

  return {
    /** Marks the nonce as used; false when it was used before. */
    use(appId: string, nonce: string, timestamp: number, now: number): boolean {
      if (++sincePurge >= PURGE_EVERY) {
        sincePurge = 0;
        purge.run(now - windowMs);
      }
      return insert.run(appId, nonce, timestamp).changes === 1;
    },
  };
}

export type NonceStore = ReturnType<typeof createNonceStore>;
