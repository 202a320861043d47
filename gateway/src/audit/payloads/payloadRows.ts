/** Where sealed payloads and their keys stand. Unlike the log, rows can be taken away. */
export interface PayloadRows {
  findKey(subject: string): Promise<Uint8Array | null>;
  /** Keeps the key that is there already, and gives the one that stands. */
  addKey(subject: string, wrappedKey: Uint8Array): Promise<Uint8Array>;
  /** Durable when it resolves. */
  addPayload(digest: string, subject: string, ciphertext: Uint8Array): Promise<void>;
  findPayload(digest: string): Promise<Uint8Array | null>;
  /** Takes away the key of a subject and everything that was sealed with it, in one transaction. */
  erase(subject: string): Promise<void>;
  close(): Promise<void>;
}
