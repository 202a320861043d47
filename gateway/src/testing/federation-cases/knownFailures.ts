import { referenceFailures } from './referenceFailures.ts';

/**
 * What a way to execute is known not to serve, by group: one sentence about why the supergraph is refused as a whole,
 * or one sentence for each case.
 */
export type KnownFailures = Readonly<Record<string, GroupFailures>>;

export type GroupFailures = string | Readonly<Record<string, string>>;

/** By executor and planner. A failure that is listed must fail, and one that is not listed must not. */
export const knownFailures: Readonly<Record<string, KnownFailures>> = {
  reference: referenceFailures,
};
