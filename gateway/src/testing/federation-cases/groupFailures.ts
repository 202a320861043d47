/**
 * What a way to execute is known not to serve, by group: one sentence about why the supergraph is refused as a whole,
 * or what happens in each case.
 */
export type KnownFailures = Readonly<Record<string, GroupFailures>>;

export type GroupFailures = string | Readonly<Record<string, CaseFailure>>;

/** One sentence about why the answer is wrong; or a refusal of the operation, which is what a client should get then. */
export type CaseFailure = string | Refusal;

export interface Refusal {
  readonly code: string;
  readonly because: string;
}
