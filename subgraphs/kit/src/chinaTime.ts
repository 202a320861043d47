const OFFSET_MS = 8 * 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Days in China Standard Time (+08:00, no daylight saving), counted from 1970-01-01 as 0, whatever zone the machine is
 * set to. Whole days make counting plain arithmetic.
 */
export type ChinaDay = number;

/**
 * Milliseconds since the epoch of an RFC 3339 instant.
 *
 * @throws RangeError when the text is no instant with an offset; the text is not repeated.
 */
export function instantOf(text: string): number {
  const valid = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/.test(text);
  const instant = valid && isDate(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError('Not an RFC 3339 instant with an offset');
  return instant;
}

/** The day on which an instant falls in China. */
export function chinaDay(instant: number): ChinaDay {
  return Math.floor((instant + OFFSET_MS) / DAY_MS);
}

/** `YYYY-MM-DD` of a day. */
export function dateOf(day: ChinaDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The day of a `YYYY-MM-DD` text. @throws RangeError for a date that the calendar does not have. */
export function dayOf(date: string): ChinaDay {
  if (!isDate(date)) throw new RangeError('Not a calendar date');
  return Date.parse(date) / DAY_MS;
}

/** Whether the text is `YYYY-MM-DD` and the calendar has that day. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}

/** RFC 3339 with +08:00, to the second. */
export function formatInstant(instant: number): string {
  return `${new Date(instant + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** The last second of a day. */
export function endOfDay(day: ChinaDay): string {
  return `${dateOf(day)}T23:59:59+08:00`;
}

/** The same day of the month `months` later, or the last day of a month that is too short (民法典 art. 202). */
export function addMonths(day: ChinaDay, months: number): ChinaDay {
  const date = new Date(day * DAY_MS);
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
  const lastDay = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate();
  target.setUTCDate(Math.min(date.getUTCDate(), lastDay));
  return target.getTime() / DAY_MS;
}
