import { type Mediation, mediations } from './caseKinds.ts';
import { isOnBothSides } from './representation.ts';
import type { Observation, Rule } from './rule.ts';
import { day, list, yuan } from './say.ts';
import type { TraceFacts } from './traceFacts.ts';
import { side } from './who.ts';

const REPEATED = 3;

/** Signs of a dispute made up: the same two over the same sum again and again, or one lawyer for both of them. */
export const r23ShamMediation: Rule = {
  id: 'R-23',
  find(trace) {
    const groups = repeatedDisputes(trace);
    const inGroups = new Set(groups.flat());
    const alone = mediations(trace).filter((one) => hasOneLawyer(one) && !inGroups.has(one));
    return [...groups, ...alone.map((one) => [one])].map(toObservation);
  },
};

function repeatedDisputes(trace: TraceFacts): Mediation[][] {
  const agreed = mediations(trace).filter((one) => sumOf(one) > 0);
  const byDispute = Map.groupBy(agreed, (one) =>
    JSON.stringify([side(one, 'A').toSorted(), side(one, 'B').toSorted(), sumOf(one)]),
  );
  return [...byDispute.values()].filter((group) => group.length >= REPEATED);
}

function hasOneLawyer(one: Mediation): boolean {
  return (
    one.mediation.agreement !== null &&
    one.parties.some(({ lawyer }) => lawyer !== null && isOnBothSides(one, lawyer))
  );
}

function sumOf({ mediation: { agreement } }: Mediation): number {
  return (agreement?.obligations ?? []).reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}

function toObservation(group: readonly Mediation[]): Observation {
  const withOneLawyer = group.filter(hasOneLawyer);
  const [first] = group;
  return {
    cases: group.map(({ id }) => id),
    facts: [
      ...(group.length >= REPEATED && first !== undefined
        ? [
            `${list(group.map(({ id, openedAt }) => `${id} (${day(openedAt)})`))} end in agreements between the same parties over ${yuan(sumOf(first))}.`,
          ]
        : []),
      ...(withOneLawyer.length > 0
        ? [`In ${list(withOneLawyer.map(({ id }) => id))} one lawyer acts for both sides of the agreement.`]
        : []),
    ],
    confidence: group.length >= REPEATED && withOneLawyer.length > 0 ? 'MEDIUM' : 'LOW',
  };
}
