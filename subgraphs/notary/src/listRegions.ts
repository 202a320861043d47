import { type Caller, graphqlError } from '@tongban/kit';

/** Prefixes that a system takes in one request. */
const MOST_REGIONS = 50;

/**
 * Prefixes of the regions whose cases a caller may list: empty for all, null where the caller gets no list at all.
 *
 * @throws GraphQLError BAD_USER_INPUT for a region that cannot be, or where the caller's regions are too many at once.
 */
export function listRegions(caller: Caller, wanted: string | null): readonly string[] | null {
  if (wanted !== null && !/^\d{2,6}$/.test(wanted)) {
    throw graphqlError('BAD_USER_INPUT', '`region` is the first 2 to 6 digits of a region code.');
  }
  if (caller.role === 'AUDITOR') return wanted === null ? [] : [wanted];
  if (caller.role !== 'STAFF' || caller.service !== 'NOTARY') return null;
  const own = caller.regions.flatMap((prefix) => {
    if (wanted === null || prefix.startsWith(wanted)) return [prefix];
    return wanted.startsWith(prefix) ? [wanted] : [];
  });
  const outermost = own.filter(
    (prefix) => !own.some((other) => other !== prefix && prefix.startsWith(other)),
  );
  const regions = [...new Set(outermost)];
  if (regions.length > MOST_REGIONS) throw graphqlError('BAD_USER_INPUT', 'Name a `region` in the filter.');
  return regions.length === 0 ? null : regions;
}
