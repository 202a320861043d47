/** What is wrong with a bundle. */
export type FaultCode =
  /** Not there, or not in its form. */
  | 'MISSING'
  | 'MALFORMED'
  /** A record is not the one that was logged. */
  | 'RECORD_CHANGED'
  /** The hash that is kept of a record is not its hash. */
  | 'HASH_CHANGED'
  /** A path of hashes does not lead from the record to the root. */
  | 'PROOF_CHANGED'
  | 'TILE_CHANGED'
  /** Records and tiles agree with one another, and the checkpoint says something else. */
  | 'LOG_REWRITTEN'
  /** What the store says of its size and root is not so. */
  | 'HEAD_CHANGED'
  /** The log did not sign this, or it is another log. */
  | 'CHECKPOINT_CHANGED'
  | 'COSIGNATURE_CHANGED'
  /** Fewer witnesses than the policy asks for. */
  | 'QUORUM_MISSING'
  /** Records that were published or promised are not there: the end was cut off. */
  | 'TAIL_MISSING'
  /** At the place of a receipt stands something else. */
  | 'RECEIPT_BROKEN'
  /** What an index is said to have does not lead to the index record. */
  | 'INDEX_CHANGED'
  /** The index counts other records about a person than are there. */
  | 'INCOMPLETE'
  /** An index record does not say what the records say that it covers. */
  | 'INDEX_FALSE'
  /** The log is shorter than it was: an old backup was put in its place. */
  | 'ROLLED_BACK'
  /** Two heads that the log has signed cannot both be true. */
  | 'SPLIT_VIEW';

export interface Fault {
  readonly code: FaultCode;
  /** The file in the bundle, and the record in it where there are several. */
  readonly where: string;
  readonly message: string;
}

/** Takes down what is found. */
export type Report = (code: FaultCode, where: string, message: string) => void;
