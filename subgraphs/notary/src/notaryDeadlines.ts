import type { DeadlineClock, DeadlineRecord } from '@tongban/kit';
import type { NotaryCaseRecord } from './notaryCaseRecord.ts';
import type { NotaryStatus } from './wire/notaryWords.ts';

/**
 * The time limits of a notary case that have begun to run: D-10 to D-13 and D-15 of the rule table, in the order in which
 * they come up. The clock takes the case's pauses out where a rule knows any (公证法 art. 30).
 */
export function notaryDeadlines(record: NotaryCaseRecord, clock: DeadlineClock): DeadlineRecord[] {
  return [
    ...certificateLimits(record, clock),
    ...reExaminationLimits(record, clock),
    ...enforcementLimits(record, clock),
  ];
}

function certificateLimits(record: NotaryCaseRecord, clock: DeadlineClock): DeadlineRecord[] {
  const { acceptedAt } = record.application;
  if (acceptedAt === null) return [];
  const issuedAt = reachedAt(record, 'ISSUED') ?? record.certificate?.issuedAt ?? null;
  const terminatedAt = reachedAt(record, 'TERMINATED');
  const refusedAt = reachedAt(record, 'REFUSED');
  const limits = [
    clock.deadline({
      ruleId: 'D-10',
      startAt: acceptedAt,
      metAt: issuedAt,
      endedAt: refusedAt ?? terminatedAt,
    }),
  ];
  // D-11 speaks of matters that the party's own cause holds up: those where material had to be asked for.
  const waitedForParty = record.statusHistory.some(({ event }) => event === 'REQUEST_MATERIAL');
  if (waitedForParty) {
    limits.push(
      clock.deadline({
        ruleId: 'D-11',
        startAt: acceptedAt,
        metAt: terminatedAt,
        endedAt: issuedAt ?? refusedAt,
      }),
    );
  }
  return limits;
}

function reExaminationLimits(record: NotaryCaseRecord, clock: DeadlineClock): DeadlineRecord[] {
  const { certificate, reExamination } = record;
  if (certificate === null) return [];
  const asked = clock.deadline({
    ruleId: 'D-12',
    startAt: certificate.issuedAt,
    metAt: reExamination?.requestedAt ?? null,
    endedAt: null,
  });
  const limits = [lapsed(asked)];
  if (reExamination === null) return limits;
  const { requestedAt, decidedAt, result, carriedOutAt } = reExamination;
  limits.push(clock.deadline({ ruleId: 'D-13', startAt: requestedAt, metAt: decidedAt, endedAt: null }));
  // A certificate that is upheld leaves nothing to carry out.
  if (decidedAt !== null && result !== 'UPHELD') {
    limits.push(clock.deadline({ ruleId: 'D-13a', startAt: decidedAt, metAt: carriedOutAt, endedAt: null }));
  }
  return limits;
}

/** From the last day of performance; asking for the enforcement certificate makes the time run anew (SPC 2018 art. 9). */
function enforcementLimits(record: NotaryCaseRecord, clock: DeadlineClock): DeadlineRecord[] {
  const { certificate, enforcementCertificate } = record;
  const lastDueDate = certificate?.enforceability?.dueDates.toSorted().at(-1);
  if (lastDueDate === undefined || certificate?.status === 'REVOKED') return [];
  if (enforcementCertificate !== null && enforcementCertificate.refusedAt !== null) return [];
  const startAt = [`${lastDueDate}T00:00:00+08:00`, enforcementCertificate?.requestedAt ?? '']
    .toSorted()
    .at(-1);
  if (startAt === undefined || Date.parse(startAt) > clock.now.getTime()) return [];
  const appliedAt = record.statusHistory.find(({ service }) => service === 'ENFORCEMENT')?.at ?? null;
  return [lapsed(clock.deadline({ ruleId: 'D-15', startAt, metAt: appliedAt, endedAt: null }))];
}

/** A right that nobody used in time has lapsed; nobody is late. */
function lapsed(limit: DeadlineRecord): DeadlineRecord {
  return limit.state === 'OVERDUE' && limit.metAt === null ? { ...limit, state: 'WAIVED' } : limit;
}

/** When the case first came to a status of its own lifecycle, or null. */
function reachedAt(record: NotaryCaseRecord, status: NotaryStatus): string | null {
  return record.statusHistory.find(({ service, to }) => service === null && to === status)?.at ?? null;
}
