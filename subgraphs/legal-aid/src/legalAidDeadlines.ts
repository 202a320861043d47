import type { DeadlineClock, DeadlineRecord } from '@tongban/kit';
import type { LegalAidCaseRecord } from './legalAidCaseRecord.ts';
import type { LegalAidStatus } from './legalAidStatuses.ts';

/**
 * The time limits of a legal aid case that have begun to run: D-01 to D-07 of the rule table, in the order in which they
 * come up. The clock takes the case's pauses out where a rule knows any.
 *
 * A limit whose act is no longer needed once the case is closed ends with it (D-01, D-02, D-03, D-07). The others run on:
 * the file is handed in and reviewed after the case is closed, and an objection is against a closed one.
 */
export function legalAidDeadlines(record: LegalAidCaseRecord, clock: DeadlineClock): DeadlineRecord[] {
  const { application, notice, objection, assignments } = record;
  const untilClosed = (
    ruleId: string,
    startAt: string | null,
    metAt: string | null,
    endedAt = record.closedAt,
  ) => (startAt === null ? [] : [clock.deadline({ ruleId, startAt, metAt, endedAt })]);
  const evenAfter = (ruleId: string, startAt: string | null, metAt: string | null) =>
    untilClosed(ruleId, startAt, metAt, null);

  const forwardedAt = reachedAt(record, 'FORWARDED');
  const grantedAt = reachedAt(record, 'GRANTED') ?? decidedAt(record, 'GRANT');
  const decision = grantedAt ?? reachedAt(record, 'REFUSED') ?? decidedAt(record, 'REFUSE');
  const isReceived = application !== null && record.status !== 'DRAFT' && record.status !== 'FORWARDED';

  return [
    ...evenAfter('D-03b', forwardedAt, forwardedAt === null ? null : reachedAt(record, 'SUBMITTED')),
    ...untilClosed('D-01', isReceived ? application.receivedAt : null, decision),
    ...untilClosed('D-02', application === null ? null : grantedAt, assignments[0]?.assignedAt ?? null),
    ...evenAfter('D-03a', notice?.foundAt ?? null, notice?.receivedAt ?? null),
    ...untilClosed('D-03', notice?.receivedAt ?? null, assignments[0]?.assignedAt ?? null),
    ...assignments.flatMap(({ assignedAt, agreementSignedAt }, index) =>
      // An assignment that was replaced needs no agreement any more.
      untilClosed(
        'D-07',
        assignedAt,
        agreementSignedAt,
        assignments[index + 1]?.assignedAt ?? record.closedAt,
      ),
    ),
    ...evenAfter('D-04', objection?.filedAt ?? null, objection?.decidedAt ?? null),
    ...evenAfter('D-05', reachedAt(record, 'CONCLUDED'), reachedAt(record, 'FILE_SUBMITTED')),
    // A file that was given back starts the review anew.
    ...evenAfter('D-06', lastReachedAt(record, 'FILE_SUBMITTED'), reachedAt(record, 'SUBSIDY_PAID')),
  ];
}

/** When the case first came to a status, or null. */
export function reachedAt(record: LegalAidCaseRecord, status: LegalAidStatus): string | null {
  return record.statusHistory.find(({ service, to }) => service === null && to === status)?.at ?? null;
}

function lastReachedAt(record: LegalAidCaseRecord, status: LegalAidStatus): string | null {
  return record.statusHistory.findLast(({ service, to }) => service === null && to === status)?.at ?? null;
}

function decidedAt(record: LegalAidCaseRecord, kind: 'GRANT' | 'REFUSE'): string | null {
  return record.decisions.find((decision) => decision.kind === kind)?.decidedAt ?? null;
}
