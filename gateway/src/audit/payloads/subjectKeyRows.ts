/** Where the wrapped keys of persons stand. Unlike the log, rows can be taken away. */
export interface SubjectKeyRows {
  findKey(subject: string): Promise<Uint8Array | null>;
  /**
   * Adds the keys of those who have none, all in one transaction, and gives for each the key that stands. Durable when it resolves: what
   * is sealed with a key must not outlive it by a crash.
   */
  addKeys(wrappedKeys: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Takes away the key of a subject, and in PostgreSQL in the same transaction everything that was sealed with it. */
  erase(subject: string): Promise<void>;
  close(): Promise<void>;
}
