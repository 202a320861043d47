import { z } from 'zod';
import { ApiError } from '../apiError.ts';
import { inChinaTime } from '../instant.ts';
import { aidStatusCodes } from '../lifecycle/aidStatus.ts';
import { type Operation, operation } from '../operation.ts';
import { type CaseFinder, nextCursorOf, placeOf } from '../store/caseFinder.ts';
import { toCursor } from '../store/cursor.ts';
import { WireAidCase } from '../wire/aidCase.ts';
import { CaseList, CasePage, CasesByNumber, CasesByParty } from '../wire/answers.ts';
import { AnyInstant, IdentityDocument } from '../wire/atoms.ts';
import { listOf, PageQuery } from './pageQuery.ts';

/** Ids, numbers or documents in one request. */
export const MAX_BATCH = 100;
/** Cases of one person in one answer; the rest by cursor. */
const PARTY_PAGE = 20;

const CaseKey = z.string().regex(/^[0-9A-Z]{1,40}$/);

/** The reading operations on cases. */
export function caseOperations(options: {
  readonly finder: CaseFinder;
  readonly readCases: (keys: readonly string[]) => WireAidCase[];
}): Operation[] {
  const { finder, readCases } = options;
  const casesOf = (keys: readonly string[]) => new Map(readCases(keys).map((found) => [found.key, found]));

  return [
    operation({
      method: 'GET',
      path: '/cases',
      operationId: 'listCases',
      summary: 'Cases, newest first. Sealed cases are left out and not counted unless `sealed=include`.',
      params: null,
      query: PageQuery.extend({
        status: listOf(z.enum(aidStatusCodes), aidStatusCodes.length).optional(),
        region: listOf(z.string().regex(/^\d{2,6}$/), 100).optional(),
        openedFrom: AnyInstant.optional(),
        openedTo: AnyInstant.optional(),
        sealed: z.enum(['exclude', 'include']).default('exclude'),
        withTotal: z.stringbool().default(false),
      }),
      body: null,
      write: false,
      status: 200,
      answer: CasePage,
      refusals: [],
      handle({ query }) {
        const filter = {
          status: query.status ?? [],
          regions: query.region ?? [],
          openedFrom: query.openedFrom === undefined ? null : inChinaTime(query.openedFrom),
          openedTo: query.openedTo === undefined ? null : inChinaTime(query.openedTo),
          includeSealed: query.sealed === 'include',
        };
        const found = finder.page(filter, placeOf(query.cursor), query.limit);
        const cases = casesOf(found.places.map(({ key }) => key));
        return {
          items: found.places.flatMap((place) => {
            const one = cases.get(place.key);
            return one === undefined ? [] : [{ cursor: toCursor(place), case: one }];
          }),
          nextCursor: nextCursorOf(found),
          total: query.withTotal ? finder.count(filter) : null,
        };
      },
    }),

    operation({
      method: 'GET',
      path: '/cases/{key}',
      operationId: 'getCase',
      summary: 'One case by its key.',
      params: z.strictObject({ key: CaseKey }),
      query: null,
      body: null,
      write: false,
      status: 200,
      answer: WireAidCase,
      refusals: [404],
      handle({ params }) {
        const [found] = readCases([params.key]);
        if (found === undefined) throw new ApiError('NOT_FOUND', 'there is no case with this key');
        return found;
      },
    }),

    operation({
      method: 'POST',
      path: '/cases/batch-get',
      operationId: 'batchGetCases',
      summary: `Up to ${MAX_BATCH} cases by key. Unknown keys are left out.`,
      params: null,
      query: null,
      body: z.strictObject({
        ids: z.array(CaseKey).max(MAX_BATCH, `at most ${MAX_BATCH} ids in one request`),
      }),
      write: false,
      status: 200,
      answer: CaseList,
      refusals: [413, 415],
      handle: ({ body }) => ({ items: readCases(body.ids) }),
    }),

    operation({
      method: 'POST',
      path: '/cases/batch-find-by-number',
      operationId: 'batchFindCasesByNumber',
      summary:
        'The cases on whose documents a number is printed, brackets, spaces, 第 and 号 disregarded. Unknown numbers are left out.',
      params: null,
      query: null,
      body: z.strictObject({
        numbers: z
          .array(z.string().min(1).max(100))
          .max(MAX_BATCH, `at most ${MAX_BATCH} numbers in one request`),
      }),
      write: false,
      status: 200,
      answer: CasesByNumber,
      refusals: [413, 415],
      handle({ body }) {
        const found = finder.byNumbers(body.numbers);
        const cases = casesOf([...found.values()].flat());
        return {
          items: [...found].map(([number, keys]) => ({
            number,
            cases: keys.flatMap((key) => cases.get(key) ?? []),
          })),
        };
      },
    }),

    operation({
      method: 'POST',
      path: '/parties/batch-cases',
      operationId: 'batchCasesOfParties',
      summary: `Whole cases of up to ${MAX_BATCH} persons, as party or as a party's agent, ${PARTY_PAGE} a person at a time.`,
      params: null,
      query: null,
      body: z.strictObject({
        documents: z
          .array(IdentityDocument.extend({ cursor: z.string().max(200).optional() }))
          .max(MAX_BATCH, `at most ${MAX_BATCH} documents in one request`),
      }),
      write: false,
      status: 200,
      answer: CasesByParty,
      refusals: [413, 415],
      handle({ body }) {
        const found = body.documents.map(({ type, number, cursor }) => ({
          document: { type, number },
          ...finder.byDocument(`${type}:${number}`, placeOf(cursor), PARTY_PAGE),
        }));
        const cases = casesOf(found.flatMap(({ places }) => places.map(({ key }) => key)));
        return {
          items: found.map((one) => ({
            document: one.document,
            cases: one.places.flatMap(({ key }) => cases.get(key) ?? []),
            nextCursor: nextCursorOf(one),
          })),
        };
      },
    }),
  ];
}
