const chinaOffsetMs = 8 * 60 * 60 * 1000;

/** Writes an instant as RFC 3339 in China Standard Time, without fractions of a second. */
export function toChinaTime(instant: Date): string {
  return `${new Date(instant.getTime() + chinaOffsetMs).toISOString().slice(0, 19)}+08:00`;
}

/**
 * Brings an RFC 3339 instant of any offset to China Standard Time; text already in it is returned as it is, so that
 * imports stay quick.
 * @throws {RangeError} when the text is no instant.
 */
export function inChinaTime(text: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/.test(text) ? text : toChinaTime(new Date(text));
}
