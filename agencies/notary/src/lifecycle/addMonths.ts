/** `count` calendar months later, at the same time of day; the month's last day where the day does not exist. */
export function addMonths(minute: string, count: number): string {
  const months = Number(minute.slice(0, 4)) * 12 + Number(minute.slice(5, 7)) - 1 + count;
  const year = Math.floor(months / 12);
  const month = (months % 12) + 1;
  const day = Math.min(Number(minute.slice(8, 10)), new Date(Date.UTC(year, month, 0)).getUTCDate());
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}${minute.slice(10)}`;
}
