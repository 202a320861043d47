import { normaliseNumber } from '@tongban/kit';
import { decisionFinder, helpedByAid } from './feeHelp.ts';
import type { Observation, Rule } from './rule.ts';
import { list } from './say.ts';
import type { TraceFacts } from './traceFacts.ts';
import { beneficiaries } from './who.ts';

/** A decision that is quoted and that no agency made for this person, or one number on two cases of a service. */
export const r28NumberDoesNotExist: Rule = {
  id: 'R-28',
  find: (trace) => [...quotedInVain(trace), ...usedTwice(trace)],
};

function quotedInVain(trace: TraceFacts): Observation[] {
  const find = decisionFinder(trace);
  return helpedByAid(trace).flatMap((one): Observation[] => {
    const { basisDocumentNo } = one.feeReduction;
    // Where not all of somebody's cases are known, a decision may be among the others.
    const isKnown = trace.complete === null || beneficiaries(one).some((tag) => trace.complete?.has(tag));
    if (basisDocumentNo === null || !isKnown || find(basisDocumentNo) !== null) return [];
    return [
      {
        cases: [one.id],
        about: basisDocumentNo,
        facts: [`${one.id} quotes decision ${basisDocumentNo}; no legal aid case of the trace has it.`],
        confidence: 'MEDIUM',
      },
    ];
  });
}

function usedTwice({ cases }: TraceFacts): Observation[] {
  const numbered = cases.flatMap(({ id, service, caseNo }) => [
    { id, key: `${service} ${normaliseNumber(caseNo)}`, caseNo },
  ]);
  return [...Map.groupBy(numbered, ({ key }) => key).values()]
    .filter((same) => same.length > 1)
    .map((same) => ({
      cases: same.map(({ id }) => id),
      facts: [`${list(same.map(({ id }) => id))} bear the number ${same[0]?.caseNo}.`],
      confidence: 'MEDIUM',
    }));
}
