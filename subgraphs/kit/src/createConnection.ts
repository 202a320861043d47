import { graphqlError } from './graphqlError.ts';

const MOST = 100;

/** A page of a list, in the shape of a Relay connection. */
export interface Connection<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** How a connection is cut. */
export interface ConnectionOptions<T> {
  /** Edges wanted, 1 to 100. */
  readonly first: number;
  readonly after?: string | null;
  /** What stands for an item in its cursor: unique and lasting, and nothing personal. */
  cursorOf(item: T): string;
  readonly totalCount: number;
  /**
   * Given where `items` is already the page after `after` (the agency pages itself; read `after` with `decodeCursor`).
   * Left out where `items` is the whole list.
   */
  readonly hasNextPage?: boolean;
}

/**
 * Cuts a page out of a list, or wraps a page that the agency cut.
 *
 * @throws GraphQLError BAD_USER_INPUT when `first` is out of range, or `after` is no cursor of this list.
 */
export function createConnection<T>(items: readonly T[], options: ConnectionOptions<T>): Connection<T> {
  const { first, after, cursorOf, totalCount } = options;
  checkFirst(first);
  const start = options.hasNextPage === undefined ? startAfter(items, after ?? null, cursorOf) : 0;
  const page = items.slice(start, start + first);
  const edges = page.map((node) => ({ node, cursor: encodeCursor(cursorOf(node)) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: options.hasNextPage ?? start + first < items.length,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount,
  };
}

/**
 * The page size a client may ask for.
 *
 * @throws GraphQLError BAD_USER_INPUT outside 1 to 100.
 */
export function checkFirst(first: number): number {
  if (Number.isInteger(first) && first >= 1 && first <= MOST) return first;
  throw graphqlError('BAD_USER_INPUT', `\`first\` must be between 1 and ${MOST}.`);
}

/** Wraps what stands for an item, so that clients take it as opaque. */
export function encodeCursor(value: string): string {
  return Buffer.from(`c:${value}`).toString('base64url');
}

/**
 * What `encodeCursor` wrapped; null for null.
 *
 * @throws GraphQLError BAD_USER_INPUT when the text is no cursor.
 */
export function decodeCursor(cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const decoded = Buffer.from(cursor, 'base64url').toString();
  if (decoded.startsWith('c:') && encodeCursor(decoded.slice(2)) === cursor) return decoded.slice(2);
  throw brokenCursor();
}

function startAfter<T>(items: readonly T[], after: string | null, cursorOf: (item: T) => string): number {
  const wanted = decodeCursor(after);
  if (wanted === null) return 0;
  const index = items.findIndex((item) => cursorOf(item) === wanted);
  if (index < 0) throw brokenCursor();
  return index + 1;
}

function brokenCursor() {
  return graphqlError(
    'BAD_USER_INPUT',
    '`after` is not a cursor of this list; take one from `pageInfo.endCursor`.',
  );
}
