import {
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
import { answerFor, type CaseAnswer } from './caseAnswer.ts';
import type { AgencyRequest, CasePage, LegalAidApi } from './legalAidApi.ts';
import type { LegalAidCaseRecord } from './legalAidCaseRecord.ts';
import type { LegalAidSystems } from './legalAidSystems.ts';

/** Arguments of `Query.legalAidCases`. */
export interface ListArguments {
  readonly filter?: {
    readonly status?: readonly string[] | null;
    readonly region?: string | null;
    readonly openedFrom?: string | null;
    readonly openedTo?: string | null;
  } | null;
  readonly first: number;
  readonly after?: string | null;
}

/** How much of each system's list is behind the cursor: the system's name and its own cursor. */
const Position = z.record(z.string().regex(/^\d{2,6}$/), z.string().regex(/^[\w-]{1,300}$/));
type Position = z.infer<typeof Position>;

/** Prefixes the agency takes in one request. */
const MOST_REGIONS = 100;

const emptyList: Connection<LegalAidCaseRecord | UpstreamError> = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: 0,
};

/**
 * A page over the systems of the regions asked for, merged by time of opening, newest first. Only staff of legal aid, in
 * their own regions, and auditors, in those of their assignment, get one; anybody else gets an empty list and no system is asked. A node that cannot be
 * read is an error in its own place.
 *
 * @throws GraphQLError PURPOSE_REQUIRED; BAD_USER_INPUT for `first`, `after` or a region that cannot be
 * @throws UpstreamError when one of the systems fails: a page without it would look complete.
 */
export async function listCases(
  args: ListArguments,
  context: Look & {
    readonly systems: LegalAidSystems;
    readonly request: AgencyRequest;
  },
): Promise<Connection<LegalAidCaseRecord | UpstreamError>> {
  const { caller, visibility, systems, request } = context;
  const first = checkFirst(args.first);
  const position = positionOf(args.after);
  const region = args.filter?.region ?? null;
  if (region !== null && !/^\d{2,6}$/.test(region)) {
    throw graphqlError('BAD_USER_INPUT', '`region` is the first 2 to 6 digits of a region code.');
  }
  const regions = visibility.regionsToList(caller, region, MOST_REGIONS);
  if (regions === null) return emptyList;

  const asked = regions.flatMap((prefix) => systems.overlapping(prefix));
  const pages = await Promise.all(
    [...new Set(asked)].map(async (api) => ({
      api,
      page: await api.list(request, {
        status: args.filter?.status ?? [],
        regions,
        openedFrom: args.filter?.openedFrom ?? null,
        openedTo: args.filter?.openedTo ?? null,
        includeSealed: caller.role === 'AUDITOR' && caller.scopes.includes('sealed:read'),
        cursor: position[api.name] ?? null,
        limit: first,
      }),
    })),
  );
  const merged = merge(pages);
  const taken = merged.slice(0, first);
  const edges = taken.map(({ api, cursor, answer }) => {
    position[api.name] = cursor;
    return {
      node: noteGiven(answerFor(answer, context), context),
      cursor: encodeCursor(JSON.stringify(position)),
    };
  });
  return {
    // A hidden case leaves no edge, so that a gap does not tell of it.
    edges: edges.flatMap(({ node, cursor }) => (node === null ? [] : [{ node, cursor }])),
    pageInfo: {
      hasNextPage: merged.length > taken.length || pages.some(({ page }) => page.hasMore),
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: pages.reduce((sum, { page }) => sum + page.total, 0),
  };
}

/** @throws GraphQLError BAD_USER_INPUT when the text is no cursor of this list. */
function positionOf(after: string | null | undefined): Position {
  const decoded = decodeCursor(after);
  if (decoded === null) return {};
  try {
    return Position.parse(JSON.parse(decoded));
  } catch {
    throw graphqlError(
      'BAD_USER_INPUT',
      '`after` is not a cursor of this list; take one from `pageInfo.endCursor`.',
    );
  }
}

interface Entry {
  readonly api: LegalAidApi;
  readonly cursor: string;
  readonly answer: CaseAnswer;
}

/** Newest first over all systems. Within one system its own order stands, so that no cursor skips a case. */
function merge(pages: readonly { readonly api: LegalAidApi; readonly page: CasePage }[]): Entry[] {
  const queues = pages.map(({ api, page }) => page.items.map((item) => ({ api, ...item })));
  const merged: Entry[] = [];
  for (;;) {
    const heads = queues.filter((queue) => queue.length > 0);
    const newest = heads.toSorted((one, other) => openedAt(other[0]) - openedAt(one[0]))[0]?.shift();
    if (newest === undefined) return merged;
    merged.push(newest);
  }
}

/** An unreadable case has no date of its own and is taken at once. */
function openedAt(entry: Entry | undefined): number {
  return entry?.answer.kind === 'case' ? Date.parse(entry.answer.record.openedAt) : Number.POSITIVE_INFINITY;
}
