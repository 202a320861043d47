/** Three years, one of them a leap year: 网络数据安全管理条例 art. 12, PIPL art. 56. */
export const LEAST_RETENTION_DAYS = 1_096;

/** @throws RangeError where records would be kept for less than three years. */
export function requireRetention(days: number): void {
  if (!Number.isSafeInteger(days) || days < LEAST_RETENTION_DAYS) {
    throw new RangeError(`the access log is kept for ${LEAST_RETENTION_DAYS} days (three years) at least`);
  }
}
