/** Whether a JSON value has more than `limit` levels; looks no deeper than that, so that depth itself does no harm. */
export function isDeeperThan(value: unknown, limit: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  for (const item of Array.isArray(value) ? value : Object.values(value)) {
    if (limit === 0 || isDeeperThan(item, limit - 1)) return true;
  }
  return false;
}
