import type { SharingLevel } from '@tongban/kit';
import type { MediationCaseRecord } from './mediationCaseRecord.ts';

/**
 * The agreement as far as `level` lets it be seen: MASKED leaves the fact, its dates and whether it is kept, without
 * person, number, amount or text; below that there is nothing to see.
 *
 * @param party gives a party of the case, as the caller sees it, by index
 */
export function showAgreement<Party>(
  { agreement, status }: Pick<MediationCaseRecord, 'agreement' | 'status'>,
  level: SharingLevel,
  party: (index: number | null) => Party | null,
) {
  if (agreement === null || (level !== 'FULL' && level !== 'MASKED')) return null;
  const full = level === 'FULL';
  return {
    agreementNo: full ? agreement.agreementNo : null,
    form: agreement.form,
    effectiveAt: agreement.effectiveAt,
    status: agreementStatus(agreement, status),
    obligations: agreement.obligations.map((obligation) => ({
      obligationNo: obligation.obligationNo,
      debtor: full ? party(obligation.debtor) : null,
      creditor: full ? party(obligation.creditor) : null,
      what: full ? obligation.what : null,
      amount: full ? obligation.amount : null,
      dueDate: obligation.dueDate,
      performedAt: obligation.performedAt,
    })),
    performance: agreement.performance.map((act) => ({
      obligationNo: act.obligationNo,
      at: act.at,
      amount: full ? act.amount : null,
      evidenceNo: full ? act.evidenceNo : null,
    })),
  };
}

/** The confirmation as far as `level` lets it be seen; MASKED as for the agreement. */
export function showConfirmation(
  { confirmation }: Pick<MediationCaseRecord, 'confirmation'>,
  level: SharingLevel,
) {
  if (confirmation === null || (level !== 'FULL' && level !== 'MASKED')) return null;
  const full = level === 'FULL';
  return {
    court: { __typename: 'Organization' as const, id: confirmation.court },
    courtCaseNo: full ? confirmation.courtCaseNo : null,
    filedAt: confirmation.filedAt,
    acceptedAt: confirmation.acceptedAt,
    decidedAt: confirmation.decidedAt,
    result: confirmation.result,
    reason: full ? confirmation.reason : null,
  };
}

/** As the organisation recorded it; that a day has passed does not by itself say that nothing was paid. */
function agreementStatus(agreement: NonNullable<MediationCaseRecord['agreement']>, status: string) {
  const performed = agreement.obligations.every(({ performedAt }) => performedAt !== null);
  if (performed) return 'PERFORMED';
  return status === 'BREACHED' || status === 'ENFORCEMENT' ? 'BREACHED' : 'IN_PERFORMANCE';
}
