import type { CaseRecord } from '../caseRecord.ts';
import { chinaDay, instantOf } from '../chinaTime.ts';
import type { DeadlineRecord } from '../deadlineRecord.ts';

/** What is counted of the cases of one region and month. Nothing in it names a case. */
export interface CaseTally {
  readonly opened: number;
  /** Calendar days from opening to closing, one entry for each case that is closed. */
  readonly days: readonly number[];
  /** Steps whose time limit was kept or missed, and those where it was missed. */
  readonly dueSteps: number;
  readonly overdueSteps: number;
  /** The cases that these steps are of. */
  readonly dueCases: number;
  readonly overdueCases: number;
}

/** One case. */
export function tallyOf(
  { openedAt, closedAt }: Pick<CaseRecord, 'openedAt' | 'closedAt'>,
  deadlines: readonly Pick<DeadlineRecord, 'state'>[],
): CaseTally {
  const overdueSteps = deadlines.filter(({ state }) => state === 'OVERDUE').length;
  const dueSteps = overdueSteps + deadlines.filter(({ state }) => state === 'MET').length;
  return {
    opened: 1,
    days: closedAt === null ? [] : [chinaDay(instantOf(closedAt)) - chinaDay(instantOf(openedAt))],
    dueSteps,
    overdueSteps,
    dueCases: Math.min(1, dueSteps),
    overdueCases: Math.min(1, overdueSteps),
  };
}

/** All together. */
export function sumOf(tallies: readonly CaseTally[]): CaseTally {
  const sum = (of: (tally: CaseTally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    opened: sum(({ opened }) => opened),
    days: tallies.flatMap(({ days }) => days),
    dueSteps: sum(({ dueSteps }) => dueSteps),
    overdueSteps: sum(({ overdueSteps }) => overdueSteps),
    dueCases: sum(({ dueCases }) => dueCases),
    overdueCases: sum(({ overdueCases }) => overdueCases),
  };
}
