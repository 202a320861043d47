import {
  type CaseRecord,
  type Connection,
  checkFirst,
  decodeCursor,
  encodeCursor,
  graphqlError,
  type Look,
  noteGiven,
  type UpstreamError,
} from '@tongban/kit';
import { z } from 'zod';
import { answerFor, type CaseAnswer, sketchOf } from './caseAnswer.ts';
import {
  type AgencyRequest,
  type ListPosition,
  type ListQuery,
  MAX_BATCH,
  type NotaryApi,
} from './notaryApi.ts';
import type { NotaryCaseRecord } from './notaryCaseRecord.ts';
import type { NotarySystems } from './notarySystems.ts';
import type { NotaryStatus } from './wire/notaryWords.ts';

/** Arguments of `Query.notaryCases`. */
export interface ListArguments {
  readonly filter?: {
    readonly status?: readonly NotaryStatus[] | null;
    readonly region?: string | null;
    readonly openedFrom?: string | null;
    readonly openedTo?: string | null;
  } | null;
  readonly first: number;
  readonly after?: string | null;
}

/** What a cursor holds: where a case stands in the order that all systems share. Nothing personal. */
const Position = z.tuple([
  z.iso.datetime({ offset: true }),
  z.string().regex(/^\d{6}$/),
  z.string().min(1).max(64),
]);

/** Prefixes that a system takes in one request. */
const MOST_REGIONS = 50;

const emptyList: Connection<NotaryCaseRecord | UpstreamError> = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: 0,
};

/**
 * A page over the systems of the regions asked for, merged by time of application, newest first. Only staff of notary
 * offices, in their own regions, and auditors get one; anybody else gets an empty list and no system is asked. Secret
 * wills of other offices and sealed cases are left out by the systems, so that the total does not tell of them.
 *
 * @throws GraphQLError PURPOSE_REQUIRED; BAD_USER_INPUT for `first`, `after` or a region that cannot be
 * @throws UpstreamError when one of the systems fails: a page without it would look complete.
 */
export async function listCases(
  args: ListArguments,
  context: Look & {
    readonly systems: NotarySystems;
    readonly request: AgencyRequest;
  },
): Promise<Connection<NotaryCaseRecord | UpstreamError>> {
  const { caller, visibility, systems, request } = context;
  const first = checkFirst(args.first);
  const after = positionOf(args.after);
  const region = args.filter?.region ?? null;
  if (region !== null && !/^\d{2,6}$/.test(region)) {
    throw graphqlError('BAD_USER_INPUT', '`region` is the first 2 to 6 digits of a region code.');
  }
  const regions = visibility.regionsToList(caller, region, MOST_REGIONS);
  if (regions === null) return emptyList;

  const query: Omit<ListQuery, 'after' | 'limit'> = {
    statuses: args.filter?.status ?? [],
    regions,
    openedFrom: args.filter?.openedFrom ?? null,
    openedBefore: args.filter?.openedTo ?? null,
    willsOfOffice: caller.role === 'STAFF' ? caller.organization : null,
    withSealed: caller.role === 'AUDITOR' && caller.scopes.includes('sealed:read'),
  };
  const asked = regions.flatMap((prefix) => systems.overlapping(prefix));
  const lists = await Promise.all(
    [...new Set(asked)].map((api) => readAtLeast(api, request, query, { after, first })),
  );
  const merged = lists
    .flatMap(({ entries }) => entries)
    .toSorted((one, other) => inOrder(one.sketch, other.sketch));
  const taken = merged.slice(0, first);
  const edges = taken.map(({ answer, sketch }) => ({
    node: noteGiven(answerFor(answer, context), context),
    cursor: cursorOf(sketch),
  }));
  return {
    // A hidden case leaves no edge, so that a gap does not tell of it.
    edges: edges.flatMap(({ node, cursor }) => (node === null ? [] : [{ node, cursor }])),
    pageInfo: {
      hasNextPage: merged.length > taken.length || lists.some(({ hasMore }) => hasMore),
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: lists.reduce((sum, { total }) => sum + total, 0),
  };
}

interface Entry {
  readonly answer: CaseAnswer;
  readonly sketch: CaseRecord;
}

/** The first `first` entries of one system, in as few calls as its pages of 50 allow. */
async function readAtLeast(
  api: NotaryApi,
  request: AgencyRequest,
  query: Omit<ListQuery, 'after' | 'limit'>,
  { after, first }: { readonly after: ListPosition | null; readonly first: number },
) {
  const entries: Entry[] = [];
  let position = after;
  for (;;) {
    const limit = Math.min(MAX_BATCH, first - entries.length);
    const page = await api.list(request, { ...query, after: position, limit });
    for (const answer of page.answers) {
      const sketch = sketchOf(answer);
      // Without its place in the order the list could not go on after it.
      if (sketch === null) throw answer.kind === 'unreadable' ? answer.error : new TypeError('no sketch');
      entries.push({ answer, sketch });
    }
    const last = entries.at(-1);
    if (!page.hasMore || entries.length >= first || last === undefined || page.answers.length === 0) {
      return { entries, hasMore: page.hasMore, total: page.total };
    }
    position = positionIn(last.sketch);
  }
}

/** Where a case stands in the order of the list. */
export function positionIn({ openedAt, region, ref }: CaseRecord): ListPosition {
  return { openedAt, region, acceptanceNo: ref.split('-').slice(2).join('-') };
}

function cursorOf(sketch: CaseRecord): string {
  const { openedAt, region, acceptanceNo } = positionIn(sketch);
  return encodeCursor(JSON.stringify([openedAt, region, acceptanceNo]));
}

/** The order of the systems' own lists: newest first, then by region and acceptance number. */
function inOrder(one: CaseRecord, other: CaseRecord): number {
  const byTime = Date.parse(other.openedAt) - Date.parse(one.openedAt);
  return byTime || (one.ref < other.ref ? -1 : 1);
}

/** @throws GraphQLError BAD_USER_INPUT when the text is no cursor of this list. */
function positionOf(cursor: string | null | undefined): ListPosition | null {
  const decoded = decodeCursor(cursor);
  if (decoded === null) return null;
  try {
    const [openedAt, region, acceptanceNo] = Position.parse(JSON.parse(decoded));
    return { openedAt, region, acceptanceNo };
  } catch {
    throw graphqlError(
      'BAD_USER_INPUT',
      '`after` is not a cursor of this list; take one from `pageInfo.endCursor`.',
    );
  }
}
