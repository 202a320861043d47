import type { CaseFacts } from '@tongban/kit';

const DAY_MS = 86_400_000;

type Period = Pick<CaseFacts, 'openedAt' | 'closedAt'>;

/** Whether one of the two began while the other was still open. */
export function overlap(one: Period, other: Period): boolean {
  return startsWithin(one, other) || startsWithin(other, one);
}

function startsWithin(one: Period, other: Period): boolean {
  const start = Date.parse(one.openedAt);
  return (
    Date.parse(other.openedAt) <= start && (other.closedAt === null || start < Date.parse(other.closedAt))
  );
}

/** Whole days between two instants, whichever came first. */
export function daysBetween(one: string, other: string): number {
  return Math.floor(Math.abs(Date.parse(one) - Date.parse(other)) / DAY_MS);
}

/** Whether `one` is before `other`, both RFC 3339. */
export function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}
