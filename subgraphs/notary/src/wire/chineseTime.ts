const DATE = /^(\d{4})年(\d{2})月(\d{2})日$/;
const DATE_TIME = /^(\d{4})年(\d{2})月(\d{2})日 (\d{2})时(\d{2})分$/;
const MINUTE_MS = 60_000;
const CHINA_OFFSET_MS = 8 * 60 * MINUTE_MS;

/**
 * `2026年11月23日 09时05分` → `2026-11-23T09:05:00+08:00`; null where the text is not a time, or names a day that the
 * calendar does not have.
 */
export function readChineseDateTime(text: string): string | null {
  const match = DATE_TIME.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute] = match;
  const date = calendarDate(year, month, day);
  return date === null || Number(hour) > 23 || Number(minute) > 59
    ? null
    : `${date}T${hour}:${minute}:00+08:00`;
}

/** `2026年11月23日` → `2026-11-23`; null where the calendar does not have the day. */
export function readChineseDate(text: string): string | null {
  const match = DATE.exec(text);
  return match === null ? null : calendarDate(match[1], match[2], match[3]);
}

/**
 * An RFC 3339 instant as the systems write it, the next full minute where it has seconds. They keep whole minutes, so
 * "at or after" and "before" an instant both mean that minute.
 */
export function toChineseDateTime(instant: string): string {
  const minute = Math.ceil(Date.parse(instant) / MINUTE_MS) * MINUTE_MS;
  const text = new Date(minute + CHINA_OFFSET_MS).toISOString();
  return `${text.slice(0, 4)}年${text.slice(5, 7)}月${text.slice(8, 10)}日 ${text.slice(11, 13)}时${text.slice(14, 16)}分`;
}

function calendarDate(year?: string, month?: string, day?: string): string | null {
  const text = `${year}-${month}-${day}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text ? null : text;
}
