import { pairs } from './pairs.ts';
import { type Representation, representations } from './representation.ts';
import type { Observation, Rule } from './rule.ts';
import { list } from './say.ts';

/** Two clients who stand against each other, and one lawyer or one firm for both. */
export const r05LawyerOnBothSides: Rule = {
  id: 'R-05',
  find(trace) {
    const acts = representations(trace);
    const conflicts = pairs(acts.filter(({ against }) => against.length > 0)).filter(
      ([one, other]) =>
        one.against.includes(other.client) &&
        other.against.includes(one.client) &&
        (one.lawyer === other.lawyer || (one.firm !== null && one.firm === other.firm)),
    );
    // The same two clients meet in many cases of one thread: one finding for them.
    return [...Map.groupBy(conflicts, keyOf).values()].map(toObservation);
  },
};

function keyOf([one, other]: [Representation, Representation]): string {
  const by = one.lawyer === other.lawyer ? one.lawyer : one.firm;
  return [by, ...[one.client, other.client].toSorted()].join('\n');
}

function toObservation(conflicts: readonly [Representation, Representation][]): Observation {
  const acts = conflicts.flat();
  const isOneLawyer = conflicts.some(([one, other]) => one.lawyer === other.lawyer);
  const cases = [...new Set(acts.map(({ one }) => one.id))];
  return {
    cases,
    facts: [
      `In ${list(cases)} two parties stand against each other.`,
      isOneLawyer ? 'One lawyer acts for both.' : 'Lawyers of one firm act for them.',
    ],
    confidence: isOneLawyer ? 'HIGH' : 'MEDIUM',
  };
}
