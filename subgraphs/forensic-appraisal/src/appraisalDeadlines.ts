import type { DeadlineClock, DeadlineRecord } from '@tongban/kit';
import type { AppraisalCaseRecord } from './appraisalCaseRecord.ts';

/** Chongqing, whose own terms (rules D-22, D-22a) stand beside the national ones. */
const CHONGQING = '50';

/**
 * The time limits of an appraisal that have begun to run: D-20 from the commission's receipt to acceptance or refusal,
 * D-21 from the day the commission takes effect to the opinion. Time without material and suspensions are taken out by
 * the clock, an agreed term takes the place of the rule's, extensions count up to the rule's cap (通则 arts 13, 28).
 */
export function appraisalDeadlines(record: AppraisalCaseRecord, clock: DeadlineClock): DeadlineRecord[] {
  const { receivedAt, effectiveAt, agreedTermDays } = record.commission;
  const reviewedAt = firstAt(record, ['ACCEPTED', 'NOT_ACCEPTED']);
  const acceptedAt = firstAt(record, ['ACCEPTED']);
  const issuedAt = record.opinion?.issuedAt ?? null;
  const agreed = agreedTermDays === null ? {} : { agreedLength: agreedTermDays };
  const isLocal = record.region.startsWith(CHONGQING);

  return [
    clock.deadline({ ruleId: 'D-20', startAt: receivedAt, metAt: reviewedAt }),
    ...(effectiveAt === null
      ? []
      : [clock.deadline({ ruleId: 'D-21', startAt: effectiveAt, metAt: issuedAt, ...agreed })]),
    ...(isLocal ? [clock.deadline({ ruleId: 'D-22', startAt: receivedAt, metAt: reviewedAt })] : []),
    ...(isLocal && acceptedAt !== null
      ? [clock.deadline({ ruleId: 'D-22a', startAt: acceptedAt, metAt: issuedAt })]
      : []),
  ];
}

function firstAt({ statusHistory }: AppraisalCaseRecord, statuses: readonly string[]): string | null {
  return statusHistory.find(({ to }) => statuses.includes(to))?.at ?? null;
}
