import { notaryMatters } from './caseKinds.ts';
import type { Rule } from './rule.ts';

/** A party bears the name of the notary who handles the matter. Kin cannot be told from facts. */
export const r10NotaryWithInterest: Rule = {
  id: 'R-10',
  find: (trace) =>
    notaryMatters(trace).flatMap(({ id, notary, parties, handlers }) =>
      notary.namesakes.map(({ party, handler }) => ({
        cases: [id],
        about: `party ${party}, handler ${handler}`,
        facts: [
          `${id}: a party (${parties[party]?.role ?? 'unknown role'}) and a handler (${handlers[handler]?.role ?? 'unknown role'}) bear the same name.`,
        ],
        confidence: 'LOW' as const,
      })),
    ),
};
