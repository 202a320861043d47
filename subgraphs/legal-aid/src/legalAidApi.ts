import { parseCredential, toUpstreamError, UpstreamError } from '@tongban/kit';
import type { AxiosInstance, AxiosRequestConfig } from 'axios';
import { z } from 'zod';
import { type CaseAnswer, readCase, refOf } from './caseAnswer.ts';
import {
  NoSuchLawyer,
  RestCaseList,
  RestCasePage,
  RestCasesByNumber,
  RestCasesByParty,
  RestLawyer,
} from './legalAidRest.ts';

/** The agency as clients know it. */
const AGENCY = 'legal-aid';

/** Ids, numbers or documents that the agency takes in one request (docs/agencies/legal-aid.md). */
export const MAX_BATCH = 100;

/** Answers of 20 cases a person; nobody has this many pages. */
const MOST_ROUNDS = 50;

/** What the agency is told of the request behind a call. */
export interface AgencyRequest {
  /** Goes along as `x-request-id`, by which the agency's log and ours are joined. */
  readonly requestId: string;
  /** Aborts the call when the client has gone. */
  readonly signal: AbortSignal;
}

/** Which cases a page of `GET /cases` is of. */
export interface CaseQuery {
  readonly status: readonly string[];
  /** Prefixes of region codes; empty: every region. */
  readonly regions: readonly string[];
  readonly openedFrom: string | null;
  /** Exclusive. */
  readonly openedTo: string | null;
  readonly includeSealed: boolean;
  readonly cursor: string | null;
  /** At most 100. */
  readonly limit: number;
}

/** A page of cases, newest first. */
export interface CasePage {
  readonly items: readonly { readonly cursor: string; readonly answer: CaseAnswer }[];
  readonly hasMore: boolean;
  readonly total: number;
}

/**
 * One system of legal aid, over REST and JSON. One instance for each system and process; no state of any request.
 *
 * Every method rejects with an UpstreamError when the system fails as a whole; a case that cannot be read by itself is
 * an `UnreadableCase` among the others.
 */
export class LegalAidApi {
  /** The region prefix this system was named with: its name in cursors. */
  readonly name: string;
  readonly #http: AxiosInstance;

  constructor(name: string, http: AxiosInstance) {
    this.name = name;
    this.#http = http;
  }

  /** Whether the system answers now. Never rejects. */
  isReady(): Promise<boolean> {
    return this.#http.get('/health/ready').then(
      () => true,
      () => false,
    );
  }

  /** Cases by the agency's keys, at most 100. Unknown keys are left out. */
  async findByKeys(request: AgencyRequest, keys: readonly string[]): Promise<Map<string, CaseAnswer>> {
    const { items } = await this.#post(request, '/cases/batch-get', { ids: keys }, RestCaseList);
    const answers = items.map((raw) => readCase(AGENCY, raw));
    return new Map(answers.map((answer) => [keyOf(answer), answer]));
  }

  /** Cases by normalised numbers, at most 100. Unknown numbers are left out; a number may be on several cases. */
  async findByNumbers(
    request: AgencyRequest,
    numbers: readonly string[],
  ): Promise<Map<string, CaseAnswer[]>> {
    const { items } = await this.#post(
      request,
      '/cases/batch-find-by-number',
      { numbers },
      RestCasesByNumber,
    );
    return new Map(items.map(({ number, cases }) => [number, cases.map((raw) => readCase(AGENCY, raw))]));
  }

  /** The cases of persons by credential, at most 100, newest first: as a party or as a party's agent. */
  async findByCredentials(
    request: AgencyRequest,
    credentials: readonly string[],
  ): Promise<Map<string, CaseAnswer[]>> {
    const found = new Map<string, CaseAnswer[]>();
    let open: { type: string; number: string; cursor?: string }[] = credentials.flatMap(
      (credential) => parseCredential(credential) ?? [],
    );
    for (let round = 0; open.length > 0; round++) {
      if (round === MOST_ROUNDS) {
        throw new UpstreamError(
          'AGENCY_BAD_RESPONSE',
          AGENCY,
          new Error('the list of a person does not end'),
        );
      }
      const { items } = await this.#post(
        request,
        '/parties/batch-cases',
        { documents: open },
        RestCasesByParty,
      );
      open = [];
      for (const { document, cases, nextCursor } of items) {
        const credential = `${document.type}:${document.number}`;
        const answers = cases.map((raw) => readCase(AGENCY, raw));
        found.set(credential, [...(found.get(credential) ?? []), ...answers]);
        if (nextCursor !== null) open.push({ ...document, cursor: nextCursor });
      }
    }
    return found;
  }

  /** A page of the list. */
  async list(request: AgencyRequest, query: CaseQuery): Promise<CasePage> {
    const { status, regions, openedFrom, openedTo, includeSealed, cursor, limit } = query;
    const params = {
      ...(status.length === 0 ? {} : { status: status.join(',') }),
      ...(regions.length === 0 ? {} : { region: regions.join(',') }),
      ...(openedFrom === null ? {} : { openedFrom }),
      ...(openedTo === null ? {} : { openedTo }),
      ...(includeSealed ? { sealed: 'include' } : {}),
      ...(cursor === null ? {} : { cursor }),
      limit,
      withTotal: true,
    };
    const page = await this.#ask(
      { ...configOf(request), method: 'GET', url: '/cases', params },
      RestCasePage,
    );
    return {
      items: page.items.map((item) => ({ cursor: item.cursor, answer: readCase(AGENCY, item.case) })),
      hasMore: page.nextCursor !== null,
      total: page.total ?? 0,
    };
  }

  /** Somebody of the public register by the number of the licence; null where the register has no such number. */
  async findLawyer(request: AgencyRequest, practitionerNo: string): Promise<RestLawyer | null> {
    const url = `/lawyers/${encodeURIComponent(practitionerNo)}`;
    // 404 is an answer here: nobody has that licence.
    const validateStatus = (status: number) => (status >= 200 && status < 300) || status === 404;
    const shape = z.union([RestLawyer, NoSuchLawyer]);
    return this.#ask({ ...configOf(request), method: 'GET', url, validateStatus }, shape);
  }

  #post<Shape extends z.ZodType>(request: AgencyRequest, url: string, data: object, shape: Shape) {
    return this.#ask({ ...configOf(request), method: 'POST', url, data }, shape);
  }

  async #ask<Shape extends z.ZodType>(config: AxiosRequestConfig, shape: Shape): Promise<z.output<Shape>> {
    try {
      const { data } = await this.#http.request<unknown>(config);
      return shape.parse(data);
    } catch (error) {
      throw toUpstreamError(AGENCY, error);
    }
  }
}

function configOf({ requestId, signal }: AgencyRequest): AxiosRequestConfig {
  return { headers: { 'x-request-id': requestId }, signal };
}

/** @throws UpstreamError where not even the key can be read: then nobody can say which case was asked for. */
function keyOf(answer: CaseAnswer): string {
  const key = refOf(answer)?.split('-')[2];
  if (key !== undefined) return key;
  throw answer.kind === 'unreadable' ? answer.error : new Error('a case without a key');
}
