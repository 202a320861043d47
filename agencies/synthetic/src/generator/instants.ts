const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** Milliseconds since the epoch at `hour` o'clock China time on a date `YYYY-MM-DD`. */
export function chinaInstant(date: string, hour: number, minute = 0): number {
  return Date.parse(`${date}T00:00:00Z`) - CHINA_OFFSET_MS + (hour * 60 + minute) * 60_000;
}

/** `2026-03-02T09:00:00+08:00`. */
export function toInstant(ms: number): string {
  return `${new Date(ms + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** `2026-03-02` in China. */
export function toDate(ms: number): string {
  return toInstant(ms).slice(0, 10);
}

/** The same time of day, `days` later, moved on to Monday where that is a weekend. */
export function addOfficeDays(ms: number, days: number): number {
  const moved = ms + days * DAY_MS;
  const weekday = new Date(moved + CHINA_OFFSET_MS).getUTCDay();
  if (weekday === 6) return moved + 2 * DAY_MS;
  return weekday === 0 ? moved + DAY_MS : moved;
}
