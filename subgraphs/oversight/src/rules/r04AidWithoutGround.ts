import { grantOf } from './aid.ts';
import { type AidCase, aidCases } from './caseKinds.ts';
import type { Rule } from './rule.ts';
import { day } from './say.ts';

/** Grounds that art. 42 (3) speaks of: wages, and injury at work. */
const WAGE_OR_INJURY = new Set(['LABOUR', 'INJURY']);

/** Aid that was granted although the hardship check says no, or on an exemption that is not named or does not fit. */
export const r04AidWithoutGround: Rule = {
  id: 'R-04',
  find: (trace) =>
    aidCases(trace).flatMap((one) => {
      const grant = one.legalAid.decisions.find(({ kind }) => kind === 'GRANT') ?? grantOf(one);
      const fault = grant === null ? null : faultOf(one);
      if (grant === null || fault === null) return [];
      return [
        {
          cases: [one.id],
          facts: [`${one.id}: granted by decision ${grant.decisionNo} of ${day(grant.decidedAt)}.`, fault],
          confidence: 'HIGH' as const,
        },
      ];
    }),
};

function faultOf({ legalAid: { hardship, ground } }: AidCase): string | null {
  if (hardship === null) return null;
  const { mode, exemptGround, notLimitedGround, result } = hardship;
  if (result === 'NOT_MET') return 'The hardship check came to NOT_MET.';
  if (mode === 'EXEMPT_FROM_CHECK' && exemptGround === null)
    return 'Exempt from the check, without a ground of art. 42.';
  if (mode === 'NOT_LIMITED' && notLimitedGround === null)
    return 'No hardship condition applied, without a ground of art. 32.';
  if (exemptGround === 'MIGRANT_WAGE_OR_INJURY' && !WAGE_OR_INJURY.has(ground))
    return `Exempt under art. 42 (3), which is about wages and injury at work; the ground of the aid is ${ground}.`;
  return null;
}
