/** What an auditor's assignment lets him trace, as his token says it. Any one of the three lists is enough. */
export interface AssignmentScope {
  /** Credentials, `TYPE:NUMBER`: every case that such a person is a party of. */
  readonly persons: readonly string[];
  /** Case ids. */
  readonly cases: readonly string[];
  /** Prefixes of region codes: every case in such a region. */
  readonly regions: readonly string[];
  /** First and last day in China, `2026-01-01`. */
  readonly from: string;
  readonly until: string;
  /** Who approved it, for the log; without an approver it counts for nothing. */
  readonly approver: string | null;
}
