/** Who is asking, as a valid token says it. The gateway forwards it and decides nothing by it. */
export interface Caller {
  readonly subject: string;
  readonly role: string;
  readonly credential: string | null;
  readonly practitionerNo: string | null;
  readonly organization: string | null;
  readonly service: string | null;
  readonly regions: readonly string[];
  readonly scopes: readonly string[];
  readonly assignment: string | null;
  readonly assignmentScope: AssignmentScope | null;
  /** Why the caller asks: the header `x-access-purpose`, or what is implied by the role; null when neither. */
  readonly purpose: string | null;
  /** What the caller asks for: the header `x-access-case`; null when not sent. */
  readonly accessCase: string | null;
}

/** What an assignment is about, as the token says it; the subgraphs decide by it. */
export interface AssignmentScope {
  readonly persons: readonly string[];
  readonly cases: readonly string[];
  readonly regions: readonly string[];
  /** First and last day, `2026-01-01`. */
  readonly from: string;
  readonly until: string;
  readonly approver: string | null;
}
