import { type Representation, representations } from './representation.ts';
import type { Rule } from './rule.ts';
import { list } from './say.ts';
import { who } from './who.ts';

/** A lawyer acts against somebody, and for the same one in another case that the first client has no part in. */
export const r06LawyerOfOpponent: Rule = {
  id: 'R-06',
  find(trace) {
    const byLawyer = Map.groupBy(representations(trace), ({ lawyer }) => lawyer);
    const conflicts = [...byLawyer.values()].flatMap((acts) =>
      acts.flatMap((against) =>
        acts.filter((forThem) => isForOpponent(against, forThem)).map((forThem) => ({ against, forThem })),
      ),
    );
    const byOpponent = Map.groupBy(conflicts, ({ forThem }) => `${forThem.lawyer}\n${forThem.client}`);
    return [...byOpponent.values()].map((found) => {
      const forThem = [...new Set(found.map((one) => one.forThem.one.id))];
      const against = [...new Set(found.map((one) => one.against.one.id))];
      return {
        cases: [...forThem, ...against],
        facts: [
          `In ${list(forThem)} a lawyer acts for a party.`,
          `In ${list(against)} the same lawyer acts against that party, for somebody who has no part there.`,
        ],
        confidence: 'MEDIUM' as const,
      };
    });
  },
};

function isForOpponent(against: Representation, forThem: Representation): boolean {
  return (
    against.one !== forThem.one &&
    against.against.includes(forThem.client) &&
    !forThem.against.includes(against.client) &&
    !forThem.one.parties.some((party) => who(party) === against.client)
  );
}
