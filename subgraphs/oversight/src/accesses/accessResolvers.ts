import { checkFirst, decodeCursor, encodeCursor, graphqlError, requirePurpose } from '@tongban/kit';
import type { OversightContext } from '../context.ts';
import { services } from '../services.ts';
import { type AccessEvent, accessEventFor } from './accessEvent.ts';
import type { LoggedAccess } from './loggedAccess.ts';
import { createAccessReader } from './readAccesses.ts';
import type { Viewer } from './viewer.ts';

/** What the gateway brings of a person (`@requires` of `Person.accesses`). Lists of agencies that do not answer are null. */
interface PersonReference {
  readonly id: string;
  readonly subjectTags?: readonly string[] | null;
  readonly [list: string]: unknown;
}

interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

interface AccessSlice {
  readonly events: readonly AccessEvent[];
  readonly hasMore: boolean;
}

/** A page that is read when one of its fields is asked for. */
interface AccessPage {
  readonly slice: () => Promise<AccessSlice>;
  readonly count: () => Promise<number | null>;
}

/** The looks at one person, and what of each the caller is shown. */
interface Looks {
  readonly after: (index: number | null) => AsyncIterable<LoggedAccess>;
  readonly show: (access: LoggedAccess) => AccessEvent | null;
}

const PAGE_SIZE = 20;
/** Looks that are read for one count. */
const MOST_COUNTED = 5_000;

const NOTICE =
  'The law lets some looks be told later or not at all; they are not in this list, nor counted, until then (docs/disclosure.md). ' +
  '法律规定可以延迟告知或者不予告知的查阅，在此之前不列入本清单，也不计入总数。';

export const personResolvers = {
  __resolveReference: (reference: PersonReference) => reference,
  /** Nothing fails here: `accesses` is never null, and its failure would take the person away. */
  accesses: (
    person: PersonReference,
    { first, after }: PageArguments,
    context: OversightContext,
  ): AccessPage => {
    const viewer = viewerOf(person, context);
    const tags = viewer === null ? [] : (person.subjectTags ?? []);
    const reader = createAccessReader(context.accessLog, tags, context.signal);
    const looks = {
      after: (before: number | null) => {
        requirePurpose(context.caller, 'person');
        return reader.from(before);
      },
      show: (access: LoggedAccess) =>
        viewer === null ? null : accessEventFor(viewer, access, context.now().getTime()),
    };
    let page: Promise<AccessSlice> | null = null;
    return {
      slice: () => {
        page ??= readSlice(looks, { size: first ?? PAGE_SIZE, cursor: after ?? null });
        return page;
      },
      count: () => countShown(looks),
    };
  },
};

/** Only what fails is null, so that the person it belongs to stays. */
export const accessConnectionResolvers = {
  edges: async ({ slice }: AccessPage) =>
    (await slice()).events.map((node) => ({ node, cursor: cursorOf(node) })),
  pageInfo: async ({ slice }: AccessPage) => {
    const { events, hasMore } = await slice();
    const last = events.at(-1);
    return { hasNextPage: hasMore, endCursor: last === undefined ? null : cursorOf(last) };
  },
  totalCount: ({ count }: AccessPage) => count(),
  notice: () => NOTICE,
};

export const accessEventResolvers = {
  at: ({ access }: AccessEvent) => access.record.time,
  actorRole: ({ access }: AccessEvent) => access.record.actor.role,
  organization: ({ access }: AccessEvent) => {
    const { organisation } = access.record.actor;
    // The gateway writes the digest of a word that could be a number of a person: no body is called like that.
    return organisation === null || organisation.startsWith('sha256:') ? null : { id: organisation };
  },
  purpose: ({ purpose }: AccessEvent) => purpose?.code ?? null,
  purposeLabel: ({ purpose }: AccessEvent) =>
    purpose === null ? null : `${purpose.label.en} ${purpose.label.zh}`,
  legalGround: ({ purpose }: AccessEvent) => purpose?.law ?? null,
  disclosure: ({ disclosure }: AccessEvent) => disclosure.state,
  disclosureGround: ({ disclosure }: AccessEvent) => disclosure.ground,
  shownFrom: ({ disclosure }: AccessEvent) => (disclosure.from === null ? null : new Date(disclosure.from)),
  receipt: ({ access }: AccessEvent) => ({ index: String(access.index), leafHash: access.leafHash }),
};

/**
 * The person by any of his or her documents, or an auditor. one-network gives tags to both, and to staff, who see nothing here; without
 * tags it is nobody's.
 */
function viewerOf(person: PersonReference, { caller, tagsOf }: OversightContext): Viewer | null {
  const { subjectTags } = person;
  if (!subjectTags || subjectTags.length === 0) return null;
  if (caller.credential !== null && tagsOf(caller.credential).some((tag) => subjectTags.includes(tag))) {
    const listed = services.flatMap(({ personField }) => person[personField] ?? []);
    const shownCases = new Set((listed as { ref: string }[]).map(({ ref }) => ref));
    return { kind: 'person', shownCases, account: caller.subject };
  }
  return caller.role === 'AUDITOR' ? { kind: 'auditor' } : null;
}

/** @throws GraphQLError PURPOSE_REQUIRED, BAD_USER_INPUT; AuditUnavailable */
async function readSlice(
  { after, show }: Looks,
  { size, cursor }: { readonly size: number; readonly cursor: string | null },
): Promise<AccessSlice> {
  checkFirst(size);
  const events: AccessEvent[] = [];
  for await (const access of after(readCursor(cursor))) {
    const event = show(access);
    if (event === null) continue;
    if (events.length === size) return { events, hasMore: true };
    events.push(event);
  }
  return { events, hasMore: false };
}

/** Null where there are more looks than are read for one count. */
async function countShown({ after, show }: Looks): Promise<number | null> {
  let [read, shown] = [0, 0];
  for await (const access of after(null)) {
    read += 1;
    if (read > MOST_COUNTED) return null;
    if (show(access) !== null) shown += 1;
  }
  return shown;
}

/** What is older than a look begins after its last part. */
function cursorOf({ access }: AccessEvent): string {
  return encodeCursor(String(access.lastIndex));
}

function readCursor(cursor: string | null): number | null {
  const text = decodeCursor(cursor);
  if (text === null) return null;
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw graphqlError(
    'BAD_USER_INPUT',
    '`after` is not a cursor of this list; take one from `pageInfo.endCursor`.',
  );
}
