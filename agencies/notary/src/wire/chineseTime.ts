const DATE = /^(\d{4})年(\d{2})月(\d{2})日$/;
const DATE_TIME = /^(\d{4})年(\d{2})月(\d{2})日 (\d{2})时(\d{2})分$/;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * Instants in this system are China Standard Time to the minute, kept as `YYYY-MM-DD HH:MM` so that text order is time
 * order; dates are `YYYY-MM-DD`.
 */
export function toMinute(instant: Date | string): string {
  if (typeof instant === 'string' && instant.endsWith('+08:00'))
    return instant.slice(0, 16).replace('T', ' ');
  const time = new Date(instant).getTime();
  return new Date(time + CHINA_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-11-23 09:05` → `2026年11月23日 09时05分`. */
export function toChineseDateTime(minute: string): string {
  return `${toChineseDate(minute.slice(0, 10))} ${minute.slice(11, 13)}时${minute.slice(14, 16)}分`;
}

export function toChineseDateTimeOrNull(minute: string | null): string | null {
  return minute === null ? null : toChineseDateTime(minute);
}

/** `2026-11-23` → `2026年11月23日`. */
export function toChineseDate(date: string): string {
  return `${date.slice(0, 4)}年${date.slice(5, 7)}月${date.slice(8, 10)}日`;
}

/** Null where the text is not a date-time, or names a day that the calendar does not have. */
export function readChineseDateTime(text: string): string | null {
  const match = DATE_TIME.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute] = match;
  const date = calendarDate(year, month, day);
  return date === null || Number(hour) > 23 || Number(minute) > 59 ? null : `${date} ${hour}:${minute}`;
}

/** Null where the text is not a date, or names a day that the calendar does not have. */
export function readChineseDate(text: string): string | null {
  const match = DATE.exec(text);
  return match === null ? null : calendarDate(match[1], match[2], match[3]);
}

function calendarDate(year?: string, month?: string, day?: string): string | null {
  const text = `${year}-${month}-${day}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
