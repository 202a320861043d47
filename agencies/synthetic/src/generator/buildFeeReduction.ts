import type { SyntheticFeeReduction } from '../syntheticCaseBase.ts';
import type { SyntheticLegalAidCase } from '../syntheticLegalAidCase.ts';

/** The reduction that a grant of legal aid gives a claim to (Legal Aid Law art. 53); null when nothing was granted. */
export function buildFeeReduction(
  aid: SyntheticLegalAidCase | null,
  standardFee: number,
  approvedAt: string | null,
  approvedBy: string,
): SyntheticFeeReduction | null {
  const decision = aid?.details.decision;
  if (decision?.kind !== 'GRANT' || approvedAt === null || approvedAt < decision.decidedAt) return null;
  return {
    form: 'WAIVED',
    standardFee,
    reducedBy: standardFee,
    basis: 'LEGAL_AID',
    basisDocumentNo: decision.decisionNo,
    basisConfirmed: true,
    approvedAt,
    approvedBy,
    localRule: null,
    settledBy: null,
  };
}
