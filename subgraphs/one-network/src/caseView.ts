/** What the gateway hands back of a case that an agency was asked about. Fields that nobody asked for are absent. */
export interface CaseAnswer {
  /** The id where the caller may see the case; null where its agency did not answer. */
  readonly visibleRef?: string | null;
  readonly stage?: string | null;
  readonly openedAt?: string | null;
  readonly statusHistory?: readonly StatusEventAnswer[] | null;
}

/** A step as its agency tells it. */
export interface StatusEventAnswer {
  readonly service: string;
  readonly from: string | null;
  readonly to: string;
  readonly toLabel: string;
  readonly event: string;
  readonly at: string;
  readonly actorRole: string;
  readonly documentNo: string | null;
}

/**
 * Whether the answer of an agency shows the case `ref` to the caller. A case that is hidden or does not exist has no
 * answer, and the gateway hands back null or an empty object for it; one whose agency does not answer comes with null for
 * `visibleRef`. An answer about another case (the list changed while it was asked about) does not count.
 */
export function isVisible(ref: string, answer: CaseAnswer | null | undefined): answer is CaseAnswer {
  return answer?.visibleRef === ref;
}
