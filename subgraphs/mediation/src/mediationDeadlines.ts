import type { DeadlineClock, DeadlineRecord } from '@tongban/kit';
import type { MediationCaseRecord } from './mediationCaseRecord.ts';
import { termRule } from './toMediationCase.ts';

const PEOPLES_MEDIATION = new Set(['VILLAGE', 'TOWNSHIP', 'ENTERPRISE', 'SECTOR']);
const FROM_COURT = new Set(['COURT_DELEGATED', 'COURT_ENTRUSTED']);
const ENDS_MEDIATION = new Set(['AGREED', 'FAILED', 'TERMINATED']);

/**
 * The time limits of a mediation that have begun to run: the first steps of an online mediation for a court (D-36), the
 * term of the mediation itself (D-30, D-31, D-35), the parties' 30 days to ask the court together (D-32), and the court's
 * own to accept and to decide (D-33).
 */
export function mediationDeadlines(record: MediationCaseRecord, clock: DeadlineClock): DeadlineRecord[] {
  const { agreement, confirmation } = record;
  return [
    ...(FROM_COURT.has(record.source)
      ? [
          clock.deadline({
            ruleId: 'D-36',
            startAt: record.openedAt,
            metAt: reachedAt(record, 'CONSENT_PENDING'),
          }),
        ]
      : []),
    ...term(record, clock),
    ...(agreement === null ? [] : [lapsing(clock, agreement.effectiveAt, confirmation?.filedAt ?? null)]),
    ...(confirmation === null ? [] : courtTerms(confirmation, clock)),
  ];
}

function term(record: MediationCaseRecord, clock: DeadlineClock): DeadlineRecord[] {
  const ruleId = termRule({ source: record.source, organ_kind: record.organKind });
  if (ruleId === 'D-30' && !PEOPLES_MEDIATION.has(record.organKind)) return [];
  const startAt = ruleId === 'D-30' ? record.acceptedAt : record.openedAt;
  const endedAt = record.statusHistory.find(({ to }) => ENDS_MEDIATION.has(to))?.at ?? null;
  return startAt === null ? [] : [clock.deadline({ ruleId, startAt, metAt: endedAt })];
}

/** A right that was not used within its time is gone, not overdue; one used too late is overdue. */
function lapsing(clock: DeadlineClock, startAt: string, metAt: string | null): DeadlineRecord {
  const deadline = clock.deadline({ ruleId: 'D-32', startAt, metAt });
  return metAt === null && deadline.state === 'OVERDUE' ? { ...deadline, state: 'WAIVED' } : deadline;
}

function courtTerms(
  { filedAt, acceptedAt, decidedAt, result }: NonNullable<MediationCaseRecord['confirmation']>,
  clock: DeadlineClock,
): DeadlineRecord[] {
  const withdrawnAt = result === 'WITHDRAWN' ? decidedAt : null;
  const answeredAt = acceptedAt ?? (withdrawnAt === null ? decidedAt : null);
  return [
    clock.deadline({ ruleId: 'D-33', startAt: filedAt, metAt: answeredAt, endedAt: withdrawnAt }),
    ...(acceptedAt === null
      ? []
      : [
          clock.deadline({
            ruleId: 'D-33a',
            startAt: acceptedAt,
            metAt: withdrawnAt === null ? decidedAt : null,
            endedAt: withdrawnAt,
          }),
        ]),
  ];
}

function reachedAt({ statusHistory }: MediationCaseRecord, status: string): string | null {
  return statusHistory.find(({ to }) => to === status)?.at ?? null;
}
