import type { CaseFacts } from '@tongban/kit';
import { assignedLawyers, grantOf, opponents, recipients } from './aid.ts';
import { type AidCase, aidCases } from './caseKinds.ts';
import { isBefore } from './period.ts';
import type { Rule } from './rule.ts';
import { day, yuan } from './say.ts';
import type { TraceFacts } from './traceFacts.ts';
import { beneficiaries, shared, who } from './who.ts';

/** Clients who pay a fee of their own: an organ or arbitration body pays for a commission of theirs. */
const PAID_BY_PARTIES = new Set(['PARTY', 'MEDIATION_BODY']);

/**
 * A recipient of legal aid paid a notary or an appraiser in full, in the matter the aid is for: represented there by the
 * lawyer assigned, or against one of the opponents.
 */
export const r13NoReductionDespiteAid: Rule = {
  id: 'R-13',
  find: (trace) =>
    trace.cases.flatMap((one) => {
      const charge = chargeOf(one);
      if (charge === null) return [];
      return aidFor(one, charge.at, trace)
        .slice(0, 1)
        .map(({ aid, grant }) => {
          const byLawyer = hasAidLawyer(one, aid);
          return {
            cases: [one.id, aid.id],
            facts: [
              `${aid.id}: aid was granted by decision ${grant.decisionNo} of ${day(grant.decidedAt)}.`,
              `${one.id}: taken on ${day(charge.at)}, a fee of ${yuan(charge.fee)} and no help with it.`,
              byLawyer
                ? 'The lawyer assigned acts there too.'
                : 'An opponent named in the aid case is a party there.',
            ],
            confidence: byLawyer ? ('HIGH' as const) : ('MEDIUM' as const),
          };
        });
    }),
};

/** What was asked for in full, and when the case was taken on; null where nothing was. */
function chargeOf({ feeReduction, notary, appraisal }: CaseFacts): { fee: number; at: string } | null {
  if (feeReduction !== null) return null;
  if (notary?.fee && notary.acceptedAt) return { fee: notary.fee, at: notary.acceptedAt };
  if (appraisal === null || !PAID_BY_PARTIES.has(appraisal.commission.clientKind)) return null;
  const { fee, effectiveAt } = appraisal.commission;
  return fee && effectiveAt ? { fee, at: effectiveAt } : null;
}

function aidFor(one: CaseFacts, at: string, trace: TraceFacts) {
  return aidCases(trace).flatMap((aid) => {
    const grant = grantOf(aid);
    const isTheirs = shared(recipients(aid), beneficiaries(one)).length > 0;
    if (grant === null || !isTheirs || !isBefore(grant.decidedAt, at)) return [];
    if (aid.closedAt !== null && isBefore(aid.closedAt, at)) return [];
    const hasOpponent = shared(opponents(aid), one.parties.map(who)).length > 0;
    return hasOpponent || hasAidLawyer(one, aid) ? [{ aid, grant }] : [];
  });
}

function hasAidLawyer({ parties }: CaseFacts, aid: AidCase): boolean {
  return parties.some(({ lawyer }) => lawyer !== null && assignedLawyers(aid).includes(lawyer));
}
