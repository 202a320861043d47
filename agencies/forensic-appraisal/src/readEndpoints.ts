import type { createEventFeed } from '@tongban/agency-kit';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CaseReader } from './store/caseReader.ts';
import { toNumber, toWord } from './wire/codeTables.ts';
import { succeeded } from './wire/envelope.ts';
import { bodyOf, readBody } from './wire/readBody.ts';
import { SystemError } from './wire/systemError.ts';

/** The most ids, numbers or documents in one question, and the most cases on one page. */
export const MAX_IDS = 100;
const MAX_FEED_EVENTS = 500;

const Key = z.string().min(1).max(64);
const page = z.number().int().min(1).max(1_000_000).default(1);
const pageSize = z.number().int().min(1).max(MAX_IDS).default(20);
const Time = z.number().int().min(0);

const ListByIds = z.strictObject({ caseIds: z.array(Key).min(1).max(MAX_IDS) });
const FindByNo = z.strictObject({ caseNos: z.array(Key).min(1).max(MAX_IDS) });
const ListByParty = z.strictObject({
  documents: z
    .array(z.strictObject({ idType: z.number().int(), idNo: Key }))
    .min(1)
    .max(MAX_IDS),
  page,
  pageSize,
});
const PageQuery = z.strictObject({
  page,
  pageSize,
  caseStatuses: z.array(z.number().int()).max(MAX_IDS).default([]),
  regionPrefixes: z
    .array(z.string().regex(/^\d{2,6}$/))
    .max(MAX_IDS)
    .default([]),
  receivedFrom: Time.nullable().default(null),
  receivedTo: Time.nullable().default(null),
  institutionId: Key.nullable().default(null),
  withSealed: z.boolean().default(false),
});
const FeedQuery = z.strictObject({
  cursor: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(MAX_FEED_EVENTS).default(100),
});

export interface ReadSources {
  readonly reader: CaseReader;
  readonly feed: ReturnType<typeof createEventFeed>;
}

/** The questions that the system answers. */
export function addReadEndpoints(api: FastifyInstance, { reader, feed }: ReadSources): void {
  const answer = <Schema extends z.ZodType>(
    path: string,
    schema: Schema,
    read: (query: z.output<Schema>) => unknown,
  ) => api.post(path, async (request) => succeeded(read(readBody(schema, bodyOf(request.body)))));

  answer('/api/case/list-by-ids', ListByIds, ({ caseIds }) => ({ list: reader.byIds(caseIds) }));
  answer('/api/case/find-by-no', FindByNo, ({ caseNos }) => ({ list: reader.byNumbers(caseNos) }));
  answer('/api/case/list-by-party', ListByParty, ({ documents, page, pageSize }) => {
    const words = documents.map(({ idType, idNo }) => ({ type: known('idType', idType), no: idNo }));
    const { total, cases } = reader.byDocuments(words, (page - 1) * pageSize, pageSize);
    return { page, pageSize, total, list: cases };
  });
  answer('/api/case/page', PageQuery, ({ page, pageSize, caseStatuses, ...filter }) => {
    const statuses = caseStatuses.map((status) => known('caseStatus', status));
    const { total, cases } = reader.page({ ...filter, statuses }, (page - 1) * pageSize, pageSize);
    return { page, pageSize, total, list: cases };
  });
  answer('/api/feed', FeedQuery, ({ cursor, limit }) => {
    const events = feed.after(cursor, limit);
    const list = events.map(({ cursor, caseKey, region, event, status, at }) => ({
      cursor,
      caseId: caseKey,
      regionCode: region,
      event,
      caseStatus: toNumber('caseStatus', status),
      occurredTime: Date.parse(at),
    }));
    return { list, nextCursor: events.at(-1)?.cursor ?? cursor };
  });
}

function known(table: 'idType' | 'caseStatus', number: number): string {
  const word = toWord(table, number);
  if (word === null) throw new SystemError('BAD_REQUEST', `${number} is not a code of ${table}`);
  return word;
}
