import type { SyntheticLegalAidCase } from '../syntheticLegalAidCase.ts';
import type { SyntheticPractitioner } from '../syntheticRegister.ts';
import type { CaseContext, CaseNumbers } from './caseContext.ts';
import type { CaseHistory } from './caseHistory.ts';

type Told = Pick<
  SyntheticLegalAidCase['details'],
  'assignments' | 'subsidies' | 'outcome' | 'recovered' | 'qualityGrade'
>;

/** Takes a granted (or notified) aid case from assignment to the archive, as far as today lets it come. */
export function takeAidCase(
  history: CaseHistory,
  { random, office }: CaseContext,
  lawyer: SyntheticPractitioner,
  { print }: CaseNumbers,
): Told {
  const assignmentNo = print('测援指字');
  if (history.status === 'GRANTED') history.take('OPEN_CASE', [0, 0], 'INTAKE_CLERK');
  const assignedAt = history.take('ASSIGN', random.chance(0.97) ? [0, 2] : [5, 8], 'HEAD', {
    documentNo: assignmentNo,
  });
  if (assignedAt !== null) history.file('指派通知书', assignmentNo, office.legalAidAgency.id);
  const agreedAt = history.take('SIGN_AGREEMENT', [1, 5], 'ASSIGNED_LAWYER');
  history.take('START', [0, 3], 'ASSIGNED_LAWYER');
  if (random.chance(0.03)) {
    history.take('REQUEST_REPLACEMENT', [10, 40], 'RECIPIENT');
    history.take('REJECT_REPLACEMENT', [2, 5], 'HEAD');
  }
  const isTerminated = random.chance(0.03);
  if (isTerminated) {
    history.take('OPEN_TERMINATION_REVIEW', [10, 60], 'ASSIGNED_LAWYER', { reasonCode: 'OWN_LAWYER' });
    const at = history.take('TERMINATE', [2, 6], 'HEAD', {
      documentNo: print('测援终字'),
      reasonCode: 'OWN_LAWYER',
    });
    if (at !== null) history.file('终止法律援助决定书', print('测援终字'), office.legalAidAgency.id);
  }
  const concludedAt = isTerminated ? null : history.take('CONCLUDE', [30, 200], 'ASSIGNED_LAWYER');
  let subsidyAt: string | null = null;
  let isArchived = false;
  if (!isTerminated) {
    history.take('SUBMIT_FILE', random.chance(0.95) ? [5, 28] : [32, 50], 'ASSIGNED_LAWYER');
    if (random.chance(0.08)) {
      history.take('RETURN_FILE', [3, 8], 'REVIEWER');
      history.take('SUBMIT_FILE', [2, 8], 'ASSIGNED_LAWYER');
    }
    history.take('REVIEW_FILE', [5, 18], 'REVIEWER');
    subsidyAt = history.take('PAY_SUBSIDY', [1, 8], 'HEAD');
    isArchived = history.take('ARCHIVE', [1, 10], 'INTAKE_CLERK') !== null;
  }
  return {
    assignments:
      assignedAt === null
        ? []
        : [
            {
              assignmentNo,
              assignedAt,
              firm: lawyer.organization,
              practitionerNo: lawyer.practitionerNo,
              mode: 'ASSIGN',
              conflictDeclaration: 'CLEAN',
              agreementSignedAt: agreedAt,
            },
          ],
    subsidies:
      subsidyAt === null ? [] : [{ amount: 250_000, paidAt: subsidyAt, payee: lawyer.practitionerNo }],
    outcome: concludedAt === null ? null : random.pick(['调解结案', '判决结案', '和解结案']),
    recovered: concludedAt === null ? null : random.int(0, 200) * 100_000,
    qualityGrade: isArchived && random.chance(0.3) ? random.pick(['优秀', '良好', '合格']) : null,
  };
}
