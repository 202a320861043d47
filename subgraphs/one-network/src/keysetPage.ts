import { type Connection, checkFirst, decodeCursor, encodeCursor, graphqlError } from '@tongban/kit';

/** What an item is sorted by; unique, and nothing personal, since clients are handed it as a cursor. */
export type SortKey = readonly (string | number)[];

export interface KeysetOptions<T> {
  /** Items wanted, 1 to 100. */
  readonly first: number;
  readonly after: string | null;
  keyOf(item: T): SortKey;
  compare(a: SortKey, b: SortKey): number;
}

/**
 * Cuts a page out of a sorted list. A cursor says where its item stands, not which it is: items that come or go between
 * two pages neither repeat nor skip others.
 *
 * @throws GraphQLError BAD_USER_INPUT when `first` is not 1 to 100, or `after` is no cursor of such a list.
 */
export function keysetPage<T>(
  sorted: readonly T[],
  { first, after, keyOf, compare }: KeysetOptions<T>,
): Connection<T> {
  checkFirst(first);
  const last = readKey(after, sorted[0] === undefined ? null : keyOf(sorted[0]));
  const rest = last === null ? sorted : sorted.filter((item) => compare(keyOf(item), last) > 0);
  const edges = rest
    .slice(0, first)
    .map((node) => ({ node, cursor: encodeCursor(JSON.stringify(keyOf(node))) }));
  return {
    edges,
    pageInfo: { hasNextPage: rest.length > first, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: sorted.length,
  };
}

/** A key of the same shape as `example`; without one every shape will do, since nothing is compared. */
function readKey(cursor: string | null, example: SortKey | null): SortKey | null {
  const text = decodeCursor(cursor);
  if (text === null) return null;
  const key = parseJson(text);
  const shape = Array.isArray(key) ? key.map((part) => typeof part).join() : null;
  if (shape === null || (example !== null && shape !== example.map((part) => typeof part).join())) {
    throw graphqlError(
      'BAD_USER_INPUT',
      '`after` is not a cursor of this list; take one from `pageInfo.endCursor`.',
    );
  }
  return key as SortKey;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
