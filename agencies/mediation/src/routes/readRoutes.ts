import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { documentNumber } from '../intake.ts';
import type { MediationRecord } from '../mediationRecord.ts';
import { readPageToken, toPageToken } from '../pageToken.ts';
import type { ListFilter, MediationReader } from '../store/mediationReader.ts';
import { SystemError } from '../systemError.ts';
import { documentTypes } from '../vocabulary.ts';
import { MAX_KEYS, MediationQuery, readAs } from './readQuery.ts';

const DEFAULT_PAGE = 20;

/** The body of `POST /mediations/by-party`: identity numbers travel in a body, never in a URL. */
const PartyQuery = z.strictObject({
  documents: z
    .array(z.strictObject({ type: z.enum(documentTypes), number: documentNumber }))
    .min(1)
    .max(MAX_KEYS, `at most ${MAX_KEYS} in one request`),
  page_size: z.number().int().min(1).max(100).default(100),
  page_token: z.string().min(1).max(200).nullable().default(null),
});

/** A page of a list. `next_page_token` is null on the last one. */
interface Page {
  readonly items: readonly MediationRecord[];
  /** The token of the page after each item, in the order of `items`. */
  readonly item_tokens: readonly string[];
  readonly next_page_token: string | null;
  readonly total_count?: number;
}

/** Adds the look-ups and the list of mediations. */
export function addReadRoutes(app: FastifyInstance, reader: MediationReader): void {
  function page(filter: ListFilter, token: string | null, size: number, counted: boolean): Page {
    const found = reader.list(filter, token === null ? null : readPageToken(token), size + 1);
    const items = found.slice(0, size);
    const item_tokens = items.map(({ registered_at, id }) =>
      toPageToken({ registeredAt: registered_at, id }),
    );
    return {
      items,
      item_tokens,
      next_page_token: found.length > size ? (item_tokens.at(-1) ?? null) : null,
      ...(counted ? { total_count: reader.count(filter) } : {}),
    };
  }

  app.get('/mediations', async (request) => {
    const query = readAs(MediationQuery, request.query);
    if (query.ids !== undefined) return { items: reader.findByIds(query.ids) };
    if (query.numbers !== undefined) return { items: reader.findByNumbers(query.numbers) };
    const filter: ListFilter = {
      ...(query.regions === undefined ? {} : { regions: query.regions }),
      ...(query.statuses === undefined ? {} : { statuses: query.statuses }),
      ...(query.registered_from === undefined ? {} : { registeredFrom: query.registered_from }),
      ...(query.registered_to === undefined ? {} : { registeredTo: query.registered_to }),
      withoutSealed: query.sealed === 'exclude',
    };
    return page(filter, query.page_token ?? null, query.page_size ?? DEFAULT_PAGE, query.count === 'true');
  });

  app.get<{ Params: { id: string } }>('/mediations/:id', async (request) => {
    const [record] = reader.findByIds([request.params.id]);
    if (record === undefined) throw new SystemError(404, 'not_found', 'no mediation has this id');
    return record;
  });

  app.post('/mediations/by-party', async (request) => {
    const { documents, page_size, page_token } = readAs(PartyQuery, request.body);
    const filter = {
      documents: documents.map(({ type, number }) => ({ document_type: type, document_number: number })),
    };
    return page(filter, page_token, page_size, false);
  });
}
