const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;
const DATE_TIME = /^(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d)$/;

/** Writes an instant the way the register does: `2026-11-23 09:05:00`, China time, no offset, no fraction. */
export function toChinaTime(instant: Date): string {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/**
 * An RFC 3339 instant in the register's way; text already in China time is cut, not computed, so that imports are quick.
 * @throws {RangeError} when the text is no instant.
 */
export function inChinaTime(instant: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(instant)
    ? `${instant.slice(0, 10)} ${instant.slice(11, 19)}`
    : toChinaTime(new Date(instant));
}

/** The instant that a register time names, or null where the text is no such time (30 February, 25 o'clock). */
export function readChinaTime(text: string): Date | null {
  if (!DATE_TIME.test(text)) return null;
  const instant = new Date(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(instant.getTime()) || toChinaTime(instant) !== text ? null : instant;
}

/** Whether `text` is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  return readChinaTime(`${text} 00:00:00`) !== null;
}

/** The day `days` after `day`, both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day `months` later, or the last day of that month where it has no such day (公历月). */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastOfMonth = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, lastOfMonth));
  return date.toISOString().slice(0, 10);
}

/** `day` itself, or the Monday after it where it falls on a weekend (民事诉讼法第八十五条; the register knows no holidays). */
export function rollOverWeekend(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (weekday === 6) return addDays(day, 2);
  return weekday === 0 ? addDays(day, 1) : day;
}
