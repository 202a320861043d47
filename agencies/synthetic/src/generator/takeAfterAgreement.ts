import type { SyntheticMediationCase } from '../syntheticMediationCase.ts';
import type { CaseContext, CaseNumbers } from './caseContext.ts';
import type { CaseHistory } from './caseHistory.ts';

type Confirmation = NonNullable<SyntheticMediationCase['details']['confirmation']>;

/** Takes an agreement on: to the court or the notary, then performed or not, then enforced or filed. */
export function takeAfterAgreement(
  history: CaseHistory,
  context: CaseContext,
  numbers: CaseNumbers,
  isNotarised: boolean,
): { readonly confirmation: Confirmation | null; readonly performedAt: string | null } {
  const { random } = context;
  if (isNotarised) history.take('NOTARISE', [10, 30], 'NOTARY');
  const confirmation =
    !isNotarised && random.chance(0.4) ? takeConfirmation(history, context, numbers) : null;
  const isBreached = random.chance(0.12);
  if (isBreached) {
    history.take('BREACH', [62, 80], 'MEDIATOR');
    if (confirmation?.result === 'CONFIRMED' && random.chance(0.6))
      history.take('APPLY_ENFORCEMENT', [5, 60], 'APPLICANT');
    return { confirmation, performedAt: null };
  }
  const performedAt = history.take('PERFORM', [10, 58], 'PARTIES');
  if (random.chance(0.5)) history.take('ARCHIVE', [10, 60], 'INTAKE_CLERK');
  return { confirmation, performedAt };
}

function takeConfirmation(
  history: CaseHistory,
  { random, office }: CaseContext,
  numbers: CaseNumbers,
): Confirmation | null {
  const courtCaseNo = `（${numbers.year}）测${office.region.slice(2)}诉前调确${numbers.serial}号`;
  const documentNo = courtCaseNo;
  const filedAt = history.take('FILE_CONFIRMATION', [2, 25], 'PARTIES', { documentNo });
  if (filedAt === null) return null;
  const filed = { courtCaseNo, court: office.court.id, filedAt };
  if (random.chance(0.06)) {
    const decidedAt = history.take('NOT_ACCEPT_CONFIRMATION', [1, 2], 'COURT', {
      documentNo,
      reasonCode: 'OWNERSHIP',
    });
    const result = decidedAt === null ? null : 'NOT_ACCEPTED';
    return {
      ...filed,
      acceptedAt: null,
      decidedAt,
      result,
      reason: decidedAt === null ? null : '涉及物权确权',
    };
  }
  const acceptedAt = history.take('ACCEPT_CONFIRMATION', [1, 2], 'COURT', { documentNo });
  const isRejected = random.chance(0.04);
  const decidedAt = history.take(isRejected ? 'REJECT' : 'CONFIRM', [3, 13], 'COURT', { documentNo });
  if (decidedAt !== null) history.file('民事裁定书', courtCaseNo, office.court.id);
  const result = decidedAt === null ? null : isRejected ? 'REJECTED' : 'CONFIRMED';
  return {
    ...filed,
    acceptedAt,
    decidedAt,
    result,
    reason: decidedAt !== null && isRejected ? '内容不明确' : null,
  };
}
