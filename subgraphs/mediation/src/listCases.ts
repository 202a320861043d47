import {
  checkFirst,
  decodeCursor,
  encodeCursor,
  graphqlError,
  type Look,
  noteGiven,
  type UpstreamError,
} from '@tongban/kit';
import { z } from 'zod';
import type { AgencyRequest } from './agencyRequest.ts';
import { answerFor, type CaseAnswer } from './caseAnswer.ts';
import type { ListQuery } from './listQuery.ts';
import type { ListPage, MediationApi } from './mediationApi.ts';
import type { MediationCaseRecord } from './mediationCaseRecord.ts';
import type { MediationSystems } from './mediationSystems.ts';

/** Arguments of `Query.mediationCases`. */
export interface ListArguments {
  readonly filter?: {
    readonly status?: readonly string[] | null;
    readonly region?: string | null;
    readonly openedFrom?: string | null;
    readonly openedTo?: string | null;
  } | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A page of mediations; counting them is a call of its own, made only when asked for. */
export interface MediationConnection {
  readonly edges: readonly { readonly node: MediationCaseRecord | UpstreamError; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  totalCount(): Promise<number>;
}

/** How much of each system's list is behind the cursor: the system's name and its own token. */
const Position = z.record(z.string().regex(/^\d{2,6}$/), z.string().regex(/^[\w-]{1,200}$/));
type Position = z.infer<typeof Position>;

/** Prefixes a system takes in one request. */
const MOST_REGIONS = 20;
const DEFAULT_FIRST = 20;

const emptyList: MediationConnection = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: async () => 0,
};

/**
 * A page over the systems of the regions asked for, merged by time of registration, newest first. Only staff of
 * mediation, in their own regions, and auditors get one; anybody else gets an empty list and no system is asked. A node
 * that cannot be read is an error in its own place.
 *
 * @throws GraphQLError PURPOSE_REQUIRED; BAD_USER_INPUT for `first`, `after` or a region that cannot be
 * @throws UpstreamError when one of the systems fails: a page without it would look complete.
 */
export async function listCases(
  args: ListArguments,
  context: Look & {
    readonly systems: MediationSystems;
    readonly request: AgencyRequest;
  },
): Promise<MediationConnection> {
  const { caller, visibility, systems, request } = context;
  const first = checkFirst(args.first ?? DEFAULT_FIRST);
  const position = positionOf(args.after);
  const region = args.filter?.region ?? null;
  if (region !== null && !/^\d{2,6}$/.test(region)) {
    throw graphqlError('BAD_USER_INPUT', '`region` is the first 2 to 6 digits of a region code.');
  }
  const regions = visibility.regionsToList(caller, region, MOST_REGIONS);
  if (regions === null) return emptyList;

  const query: ListQuery = {
    regions,
    statuses: args.filter?.status ?? [],
    openedFrom: args.filter?.openedFrom ?? null,
    openedTo: args.filter?.openedTo ?? null,
    includeSealed: caller.role === 'AUDITOR' && caller.scopes.includes('sealed:read'),
  };
  const near = regions.flatMap((one) => systems.overlapping(one));
  const asked = [...new Set(near)];
  const pages = await Promise.all(
    asked.map(async (api) => ({
      api,
      page: await api.list(request, query, position[api.name] ?? null, first),
    })),
  );
  const merged = merge(pages);
  const taken = merged.slice(0, first);
  const edges = taken.map(({ api, token, answer }) => {
    position[api.name] = token;
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
    totalCount: async () => {
      const counts = await Promise.all(asked.map((api) => api.count(request, query)));
      return counts.reduce((sum, count) => sum + count, 0);
    },
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
  readonly api: MediationApi;
  readonly token: string;
  readonly answer: CaseAnswer;
}

/** Newest first over all systems. Within one system its own order stands, so that no cursor skips a case. */
function merge(pages: readonly { readonly api: MediationApi; readonly page: ListPage }[]): Entry[] {
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
  return entry?.answer.kind === 'case' ? Date.parse(entry.answer.record.openedAt) : Number.MAX_SAFE_INTEGER;
}
