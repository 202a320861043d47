import type { FullTile, ReadTile } from './merkleTree/tile.ts';

/** How far the log has come: `size` entries, with `root` over them. */
export interface LogHead {
  readonly size: number;
  readonly root: Buffer;
}

export interface LogEntry {
  readonly body: Buffer;
  readonly leafHash: Buffer;
  /** Tags under which the entry is to be found. */
  readonly subjects: readonly string[];
  /** What the body names by digest. It stands beside the tree, not in it, so that it can be erased. */
  readonly sealed: readonly SealedPayload[];
}

/** Something about one person that only this person's key opens. */
export interface SealedPayload {
  /** Tag of the person. */
  readonly subject: string;
  /** SHA-256 of the ciphertext, hexadecimal. */
  readonly digest: string;
  readonly ciphertext: Buffer;
}

/** Entries that follow on `from` and lead to `to`. */
export interface LogBatch {
  readonly from: LogHead;
  readonly to: LogHead;
  readonly entries: readonly LogEntry[];
  readonly fullTiles: readonly FullTile[];
}

/** A published head: a C2SP checkpoint, signed by the log, and what witnesses said to it. */
export interface StoredCheckpoint {
  readonly size: number;
  /** Text and signature of the log, without cosignatures. */
  readonly note: string;
  /** Signature lines of witnesses, each with its line end. */
  readonly cosignatures: readonly string[];
}

/** Where the log stands. It can be appended to and read, and nothing in it can be changed. */
export interface LogStore {
  head(): Promise<LogHead>;
  /**
   * All of it, what is sealed with the entries too, durable, or nothing.
   *
   * @throws HeadMoved where the head is not `from`: somebody else has appended, and nothing of this was.
   * @throws Error where the store fails. Whether the batch is in the log is then not known: ask for the head again.
   */
  append(batch: LogBatch): Promise<void>;
  readonly readTile: ReadTile;
  /** The bodies of `[start, end)`. */
  entries(start: number, end: number): Promise<Buffer[]>;
  /** What was sealed with the entry at `index`. Null: there is none of this digest, or it was erased. */
  sealed(index: number, digest: string): Promise<Buffer | null>;
  /** Indexes of entries with any of these tags below `before`, the newest first. */
  indexesOf(tags: readonly string[], before: number, limit: number): Promise<number[]>;
  /** How many entries have any of these tags. */
  countOf(tags: readonly string[]): Promise<number>;
  /** Durable when it resolves; a second one of the same size changes nothing. */
  addCheckpoint(checkpoint: LogHead & { readonly note: string }): Promise<void>;
  addCosignature(size: number, witness: string, line: string): Promise<void>;
  latestCheckpoint(): Promise<StoredCheckpoint | null>;
  close(): Promise<void>;
}

/** The head is not where a batch begins. */
export class HeadMoved extends Error {
  constructor() {
    super('the head of the access log has moved');
  }
}
