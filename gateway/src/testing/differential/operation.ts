/** What a client asks. */
export interface Operation {
  /** A document. */
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Null when the document has one operation only. */
  readonly operationName: string | null;
}
