import type { PauseRecord } from './caseRecord.ts';
import { type ChinaDay, chinaDay, instantOf } from './chinaTime.ts';

/** Stretches of time that a clock does not count; overlapping pauses are one. */
export interface PausedTime {
  /** Whether the day is taken out. */
  includes(day: ChinaDay): boolean;
  /** `[from, to)` in milliseconds, in order, apart from each other. */
  readonly stretches: readonly { readonly from: number; readonly to: number }[];
}

/**
 * The day on which a pause begins is taken out, the day on which it ends counts: a clock that resumes goes on from
 * that day (继续计算). So a pause from 2 to 10 March takes out eight days, and one within a single day takes out none.
 *
 * @param until milliseconds up to which a pause without an end is taken to last: the present, or the end of the clock
 */
export function pausedTime(pauses: readonly PauseRecord[], until: number): PausedTime {
  const given = pauses
    .map(({ from, to }) => ({ from: instantOf(from), to: to === null ? until : instantOf(to) }))
    .filter(({ from, to }) => from < to)
    .sort((one, other) => one.from - other.from);
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of given) {
    const last = stretches.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  const days = given.map(({ from, to }) => ({ first: chinaDay(from), end: chinaDay(to) }));
  return {
    includes: (day) => days.some(({ first, end }) => first <= day && day < end),
    stretches,
  };
}
