/** What is wrong with the log where it does not prove itself. */
export type LogBreakKind =
  /** Entries that the tree counts and nobody can show. */
  | 'GAP'
  /** A head that does not grow out of the one before. */
  | 'CHAIN'
  /** An entry whose leaf is not in the tree. */
  | 'NOT_INCLUDED'
  /** A checkpoint whose signature does not hold. */
  | 'SIGNATURE'
  /** An intent without an outcome. */
  | 'NO_OUTCOME'
  /** A time in which nothing was recorded, told of by the operator. */
  | 'OUTAGE';

/** What came of proving the part of the log that a trace relies on. */
export interface LogProof {
  /** Entries under the checkpoint that was proved. */
  readonly size: number;
  /** Empty: it holds. */
  readonly breaks: readonly {
    readonly kind: LogBreakKind;
    /** First and last index concerned. */
    readonly from: number;
    readonly to: number;
  }[];
}
