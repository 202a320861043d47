import {
  type Connection,
  checkFirst,
  decodeCursor,
  encodeCursor,
  graphqlError,
  noteGiven,
  type UpstreamError,
} from '@tongban/kit';
import { z } from 'zod';
import type { AppraisalCaseRecord } from './appraisalCaseRecord.ts';
import type { AppraisalRequest } from './appraisalRequest.ts';
import { answerFor, type CaseAnswer } from './caseAnswer.ts';
import type { CasePart, ForensicAppraisalApi } from './forensicAppraisalApi.ts';

/** Arguments of `Query.forensicAppraisalCases`. */
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

/**
 * Where a list stands: how many cases of each system are behind the cursor, and the moment at which the list was begun.
 * The agency pages by offset; without that moment a new case would push the others onto the next page again.
 */
const Position = z.strictObject({
  begunAt: z.int().nonnegative(),
  behind: z.record(z.string().regex(/^\d{2,6}$/), z.int().min(0).max(1_000_000)),
});
type Position = z.infer<typeof Position>;

/** Prefixes the agency takes in one request. */
const MOST_REGIONS = 100;

const emptyList: Connection<AppraisalCaseRecord | UpstreamError> = {
  edges: [],
  pageInfo: { hasNextPage: false, endCursor: null },
  totalCount: 0,
};

/**
 * A page over the systems of the regions asked for, merged by the receipt of the commission, newest first. Only staff of
 * forensic appraisal, in their own regions, and auditors get one; anybody else gets an empty list and no system is asked.
 * A node that cannot be read is an error in its own place.
 *
 * @throws GraphQLError PURPOSE_REQUIRED; BAD_USER_INPUT for `first`, `after` or a region that cannot be
 * @throws UpstreamError when one of the systems fails: a page without it would look complete.
 */
export async function listCases(
  args: ListArguments,
  context: AppraisalRequest,
): Promise<Connection<AppraisalCaseRecord | UpstreamError>> {
  const { caller, visibility, systems, request } = context;
  const first = checkFirst(args.first);
  const { begunAt, behind } = positionOf(args.after) ?? { begunAt: context.now().getTime(), behind: {} };
  const region = args.filter?.region ?? null;
  if (region !== null && !/^\d{2,6}$/.test(region)) {
    throw graphqlError('BAD_USER_INPUT', '`region` is the first 2 to 6 digits of a region code.');
  }
  const regions = visibility.regionsToList(caller, region, MOST_REGIONS);
  if (regions === null) return emptyList;

  const { openedFrom, openedTo, status } = args.filter ?? {};
  const asked = regions.flatMap((prefix) => systems.overlapping(prefix));
  const parts = await Promise.all(
    [...new Set(asked)].map(async (api) => ({
      api,
      part: await api.list(request, {
        statuses: status ?? [],
        regions,
        receivedFrom: openedFrom ? Date.parse(openedFrom) : null,
        receivedTo: Math.min(begunAt + 1, openedTo ? Date.parse(openedTo) : Number.POSITIVE_INFINITY),
        withSealed: caller.role === 'AUDITOR' && caller.scopes.includes('sealed:read'),
        offset: behind[api.name] ?? 0,
        limit: first,
      }),
    })),
  );
  const taken = merge(parts).slice(0, first);
  const passed: Record<string, number> = { ...behind };
  const edges = taken.map(({ api, answer }) => {
    passed[api.name] = (passed[api.name] ?? 0) + 1;
    const cursor = encodeCursor(JSON.stringify({ begunAt, behind: passed } satisfies Position));
    return { node: noteGiven(answerFor(answer, context), context), cursor };
  });
  return {
    // A hidden case leaves no edge, so that a gap does not tell of it.
    edges: edges.flatMap(({ node, cursor }) => (node === null ? [] : [{ node, cursor }])),
    pageInfo: {
      hasNextPage: parts.some(({ api, part }) => (passed[api.name] ?? 0) < part.total),
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: parts.reduce((sum, { part }) => sum + part.total, 0),
  };
}

/** @throws GraphQLError BAD_USER_INPUT when the text is no cursor of this list. */
function positionOf(after: string | null | undefined): Position | null {
  const decoded = decodeCursor(after);
  if (decoded === null) return null;
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
  readonly api: ForensicAppraisalApi;
  readonly answer: CaseAnswer;
}

/** Newest first over all systems. Within one system its own order stands, so that no cursor skips a case. */
function merge(parts: readonly { readonly api: ForensicAppraisalApi; readonly part: CasePart }[]): Entry[] {
  const queues = parts.map(({ api, part }) => part.answers.map((answer) => ({ api, answer })));
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
