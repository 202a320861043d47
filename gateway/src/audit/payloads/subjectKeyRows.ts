/** Where the seeds of persons' keys stand. Unlike the log, rows can be taken away. */
export interface SubjectKeyRows {
  /** The seeds of those who have one. */
  findSeeds(subjects: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /**
   * Adds the seeds of those who have none, all in one transaction, and gives for each the seed that stands. Durable when it resolves: what
   * is sealed with a key must not outlive it by a crash.
   */
  addSeeds(seeds: ReadonlyMap<string, Uint8Array>): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Takes away the seed of a subject, and in PostgreSQL in the same transaction everything that was sealed with its key. */
  erase(subject: string): Promise<void>;
  close(): Promise<void>;
}
