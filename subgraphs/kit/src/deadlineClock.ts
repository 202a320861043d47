import type { CaseRecord } from './caseRecord.ts';
import { computeDeadline, type DeadlineInput } from './computeDeadline.ts';
import type { DeadlineRecord } from './deadlineRecord.ts';

/** Computes the time limits of one case at one moment. */
export interface DeadlineClock {
  readonly now: Date;
  /**
   * A time limit with the case's own pauses and extensions. `endedAt` is the case's `closedAt` unless given.
   *
   * @throws RangeError as `computeDeadline` does.
   */
  deadline(
    input: Pick<DeadlineInput, 'ruleId' | 'startAt' | 'metAt'> &
      Partial<Pick<DeadlineInput, 'endedAt' | 'agreedLength'>>,
  ): DeadlineRecord;
}

/** A clock for one case. */
export function createDeadlineClock(
  record: Pick<CaseRecord, 'pauses' | 'extensions' | 'closedAt'>,
  now: Date,
): DeadlineClock {
  const { pauses, extensions, closedAt } = record;
  return {
    now,
    deadline: (input) => computeDeadline({ endedAt: closedAt, ...input, pauses, extensions, now }),
  };
}
