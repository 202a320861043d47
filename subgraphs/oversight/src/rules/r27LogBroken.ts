import type { LogBreakKind } from './logProof.ts';
import type { Rule } from './rule.ts';

const meanings: Readonly<Record<LogBreakKind, string>> = {
  GAP: 'entries that the tree counts are not there',
  CHAIN: 'the head does not grow out of the one before',
  NOT_INCLUDED: 'an entry is not in the tree',
  SIGNATURE: 'the signature of a checkpoint does not hold',
  NO_OUTCOME: 'an intent has no outcome',
  OUTAGE: 'nothing was recorded, as the operator tells',
};

/** The log of access does not prove itself where the trace relies on it. */
export const r27LogBroken: Rule = {
  id: 'R-27',
  find: ({ proof }) =>
    (proof?.breaks ?? []).map(({ kind, from, to }) => ({
      cases: [],
      about: `${kind} ${from}-${to}`,
      facts: [`Entries ${from} to ${to} of ${proof?.size ?? 0}: ${meanings[kind]}.`],
      confidence: kind === 'NO_OUTCOME' || kind === 'OUTAGE' ? ('MEDIUM' as const) : ('HIGH' as const),
    })),
};
