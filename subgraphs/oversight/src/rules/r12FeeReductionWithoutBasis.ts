import { recipients } from './aid.ts';
import { decisionFinder, type FoundDecision, type HelpedCase, helpedByAid } from './feeHelp.ts';
import { isBefore } from './period.ts';
import type { Observation, Rule } from './rule.ts';
import { day, yuan } from './say.ts';
import { shared, who } from './who.ts';

/**
 * Help with a fee that rests on legal aid: no decision is named, or the one named refused or ended aid, is of another
 * person or a later day. A number that no case has is rule R-28's.
 */
export const r12FeeReductionWithoutBasis: Rule = {
  id: 'R-12',
  find(trace) {
    const find = decisionFinder(trace);
    return helpedByAid(trace).flatMap((one) => {
      const { basisDocumentNo } = one.feeReduction;
      if (basisDocumentNo === null) return [observe(one, [], 'It names no decision.')];
      const found = find(basisDocumentNo);
      const fault = found === null ? null : faultOf(one, found);
      return found === null || fault === null ? [] : [observe(one, [found.aid.id], fault)];
    });
  },
};

function faultOf(one: HelpedCase, { aid, decision }: FoundDecision): string | null {
  const named = `Decision ${decision.decisionNo} of ${day(decision.decidedAt)} (${aid.id})`;
  if (decision.kind === 'REFUSE' || decision.kind === 'TERMINATE')
    return `${named} is of the kind ${decision.kind}.`;
  const parties = one.parties.map(who);
  if (shared(recipients(aid), parties).length === 0) return `${named} is of somebody who is no party here.`;
  if (isBefore(one.feeReduction.approvedAt, decision.decidedAt)) return `${named} came later.`;
  const ended = aid.legalAid.decisions.find(({ kind }) => kind === 'TERMINATE');
  if (ended !== undefined && isBefore(ended.decidedAt, one.feeReduction.approvedAt))
    return `${named} was ended by ${ended.decisionNo} of ${day(ended.decidedAt)}.`;
  return null;
}

function observe(one: HelpedCase, others: readonly string[], fault: string): Observation {
  const { form, reducedBy, approvedAt } = one.feeReduction;
  return {
    cases: [one.id, ...others],
    facts: [
      `${one.id}: a fee help (${form}) of ${yuan(reducedBy)} on legal aid, approved ${day(approvedAt)}.`,
      fault,
    ],
    confidence: 'HIGH',
  };
}
