import { toUpstreamError, UpstreamError } from '@tongban/kit';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import { z } from 'zod';
import type { AgencyRequest } from './agencyRequest.ts';
import type { CallGate } from './callGate.ts';
import { AGENCY, type CaseAnswer, keyOf, mayBeOf, numbersOn, readCase } from './caseAnswer.ts';
import { type ListQuery, toListParams } from './listQuery.ts';
import { documentTypes } from './mediationWords.ts';

/** Most ids, numbers or documents that a system takes in one request (docs/agencies/mediation.md). */
export const MAX_KEYS = 20;

/** With the longest numbers and three bytes a character, twenty of them would not fit the headers of common servers. */
const MAX_NUMBERS_CHARACTERS = 6000;
const MAX_PAGES = 50;
/** Items that a system gives in one page at most. */
export const PAGE_SIZE = 100;

const Items = z.object({ items: z.array(z.unknown()) });
const Page = Items.extend({
  item_tokens: z.array(z.string().regex(/^[\w-]{1,200}$/)),
  next_page_token: z.string().min(1).nullable(),
});
const Counted = z.object({ total_count: z.number().int().min(0) });

/** A page of a system's list, newest registration first; `token` is where the list goes on after the item. */
export interface ListPage {
  readonly items: readonly { readonly answer: CaseAnswer; readonly token: string }[];
  readonly hasMore: boolean;
}

/**
 * One province's mediation system, over REST. One instance for each system and process; no state of any request.
 *
 * Every method rejects with an UpstreamError when the system fails as a whole; a case that cannot be read by itself is
 * an `UnreadableCase` among the others.
 */
export class MediationApi {
  /** The region prefix this system was named with: its name in cursors. */
  readonly name: string;
  readonly #http: AxiosInstance;
  readonly #gate: CallGate;

  constructor(name: string, http: AxiosInstance, gate: CallGate) {
    this.name = name;
    this.#http = http;
    this.#gate = gate;
  }

  /** Cases by the agency's own keys, at most 20. Unknown keys are left out. */
  async findByKeys(request: AgencyRequest, keys: readonly string[]): Promise<Map<string, CaseAnswer>> {
    const found = new Map<string, CaseAnswer>();
    for (const answer of await this.#find(request, { ids: keys.join(',') })) {
      const key = keyOf(answer);
      // Nobody can say which of the cases asked for this is.
      if (key === null && answer.kind === 'unreadable') throw answer.error;
      if (key !== null) found.set(key, answer);
    }
    return found;
  }

  /** Cases by normalised numbers, at most 20. Unknown numbers are left out; a number may be on several cases. */
  async findByNumbers(
    request: AgencyRequest,
    numbers: readonly string[],
  ): Promise<Map<string, CaseAnswer[]>> {
    const batches = inShortUrls(numbers.filter((number) => !number.includes(',')));
    const answers = await Promise.all(
      batches.map((batch) => this.#find(request, { numbers: batch.join(',') })),
    );
    const found = new Map<string, CaseAnswer[]>();
    for (const answer of answers.flat()) {
      const printed = numbersOn(answer).map(foldCase);
      for (const number of numbers) {
        if (printed.includes(foldCase(number))) found.set(number, [...(found.get(number) ?? []), answer]);
      }
    }
    return found;
  }

  /** The cases of persons by credential, at most 20: as a party or as a party's agent. Numbers travel in the body. */
  async findByCredentials(
    request: AgencyRequest,
    credentials: readonly string[],
  ): Promise<Map<string, CaseAnswer[]>> {
    const documents = credentials.map(toDocument);
    const answers: CaseAnswer[] = [];
    let token: string | null = null;
    for (let pages = 0; pages < MAX_PAGES; pages += 1) {
      const data = { documents, page_size: PAGE_SIZE, page_token: token };
      const page: z.infer<typeof Page> = await this.#ask(request, Page, {
        method: 'POST',
        url: '/mediations/by-party',
        data,
      });
      answers.push(...page.items.map(readCase));
      token = page.next_page_token;
      if (token === null) {
        return new Map(
          credentials.map((credential) => [credential, answers.filter((one) => mayBeOf(credential, one))]),
        );
      }
    }
    throw new UpstreamError('AGENCY_BAD_RESPONSE', AGENCY, new Error('the list of a person does not end'));
  }

  /** A page of the list. @param token where to go on; null: from the newest. @param size 1 to 100 */
  async list(
    request: AgencyRequest,
    query: ListQuery,
    token: string | null,
    size: number,
  ): Promise<ListPage> {
    const params = {
      ...toListParams(query),
      page_size: size,
      ...(token === null ? {} : { page_token: token }),
    };
    const page = await this.#ask(request, Page, { url: '/mediations', params });
    return {
      items: page.items.map((item, index) => {
        const next = page.item_tokens[index];
        if (next !== undefined) return { answer: readCase(item), token: next };
        throw new UpstreamError('AGENCY_SCHEMA_DRIFT', AGENCY, new Error('an item without its token'));
      }),
      hasMore: page.next_page_token !== null,
    };
  }

  /** How many cases fit. */
  async count(request: AgencyRequest, query: ListQuery): Promise<number> {
    const params = { ...toListParams(query), page_size: 1, count: 'true' };
    return (await this.#ask(request, Counted, { url: '/mediations', params })).total_count;
  }

  /** Whether the system answers now. Its health route costs nothing of the rate. */
  async isReady(): Promise<boolean> {
    return this.#http.get('/health/ready', { signal: AbortSignal.timeout(1000) }).then(
      () => true,
      () => false,
    );
  }

  async #find(request: AgencyRequest, params: Readonly<Record<string, string>>): Promise<CaseAnswer[]> {
    const { items } = await this.#ask(request, Items, { url: '/mediations', params });
    return items.map(readCase);
  }

  #ask<Shape extends z.ZodType>(
    request: AgencyRequest,
    shape: Shape,
    config: AxiosRequestConfig,
  ): Promise<z.output<Shape>> {
    return this.#gate.run(request, async () => {
      const headers = { 'x-request-id': request.requestId };
      try {
        const { data } = await this.#http.request<unknown>({ ...config, headers, signal: request.signal });
        return shape.parse(data);
      } catch (error) {
        if (request.signal.aborted) throw new UpstreamError('AGENCY_TIMEOUT', AGENCY, error);
        throw toUpstreamError(AGENCY, error);
      }
    });
  }
}

function toDocument(credential: string): { type: string; number: string } {
  const colon = credential.indexOf(':');
  const code = credential.slice(0, colon);
  const [type] = Object.entries(documentTypes).find(([, candidate]) => candidate === code) ?? [];
  if (type === undefined) throw new RangeError('a credential of no known type');
  return { type, number: credential.slice(colon + 1) };
}

/** The systems do not tell capital letters from small ones in numbers. */
function foldCase(number: string): string {
  return number.toUpperCase();
}

function inShortUrls(numbers: readonly string[]): string[][] {
  const batches: string[][] = [];
  let left = 0;
  for (const number of numbers) {
    const size = encodeURIComponent(number).length + 3;
    const batch = batches.at(-1);
    if (batch !== undefined && size <= left) {
      batch.push(number);
      left -= size;
    } else {
      batches.push([number]);
      left = MAX_NUMBERS_CHARACTERS - size;
    }
  }
  return batches;
}
