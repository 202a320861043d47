import { normaliseNumber, parseCredential, toUpstreamError, UpstreamError } from '@tongban/kit';
import type { AxiosInstance } from 'axios';
import type { z } from 'zod';
import { AGENCY, type CaseAnswer, numbersOf, readCase, refOf } from './caseAnswer.ts';
import { openEnvelope } from './openEnvelope.ts';
import { type Signer, signRequest } from './signRequest.ts';
import { WireCaseList, WireCasePage } from './wireCase.ts';
import { numberFor } from './wireCodes.ts';

/** Ids, numbers or documents that the agency takes in one request, and cases on one page. */
export const MAX_BATCH = 100;
/** Pages of 100 cases; no batch of persons has this many. */
const MOST_PAGES = 100;

/** What the agency is told of the request behind a call. */
export interface AgencyRequest {
  /** Goes along as `x-request-id`, by which the agency's log and ours are joined. */
  readonly requestId: string;
  /** Aborts the call when the client has gone. */
  readonly signal: AbortSignal;
}

/** Which cases a part of `POST /api/case/page` is of. */
export interface CaseQuery {
  /** Words; empty: every status. */
  readonly statuses: readonly string[];
  /** Prefixes of region codes; empty: every region. */
  readonly regions: readonly string[];
  /** Epoch milliseconds; null: no bound. */
  readonly receivedFrom: number | null;
  /** Exclusive. */
  readonly receivedTo: number | null;
  readonly withSealed: boolean;
  /** Cases to pass over. */
  readonly offset: number;
  /** 1 to 100. */
  readonly limit: number;
}

/** A part of the list, newest first. */
export interface CasePart {
  readonly answers: readonly CaseAnswer[];
  readonly total: number;
}

/**
 * One forensic appraisal system: signed JSON over POST in envelopes. One instance for each system and process; no state
 * of any request.
 *
 * Every method rejects with an UpstreamError when the system fails as a whole; a case that cannot be read by itself is
 * an unreadable answer among the others.
 */
export class ForensicAppraisalApi {
  /** The region prefix this system was named with: its name in cursors. */
  readonly name: string;
  readonly #http: AxiosInstance;
  readonly #signer: Signer;
  readonly #basePath: string;

  /** @param options `baseUrl` as given to the HTTP client: its path is part of what is signed */
  constructor(options: { name: string; baseUrl: string; http: AxiosInstance; signer: Signer }) {
    this.name = options.name;
    this.#http = options.http;
    this.#signer = options.signer;
    this.#basePath = new URL(options.baseUrl).pathname.replace(/\/+$/, '');
  }

  /** Cases by the agency's keys, at most 100. Unknown keys are left out. */
  async findByKeys(request: AgencyRequest, keys: readonly string[]): Promise<Map<string, CaseAnswer[]>> {
    const { list } = await this.#ask(request, '/api/case/list-by-ids', { caseIds: keys }, WireCaseList);
    return byName(keys, list.map(readCase), (answer) => refOf(answer)?.split('-')[2] ?? []);
  }

  /** Cases by normalised numbers, at most 100. Unknown numbers are left out; a number may be on several cases. */
  async findByNumbers(
    request: AgencyRequest,
    numbers: readonly string[],
  ): Promise<Map<string, CaseAnswer[]>> {
    const { list } = await this.#ask(request, '/api/case/find-by-no', { caseNos: numbers }, WireCaseList);
    return byName(numbers, list.map(readCase), (answer) => numbersOf(answer).map(normaliseNumber));
  }

  /**
   * The cases of persons by credential, at most 100 persons, newest first: as a party, or as a party's guardian or agent.
   * A case that cannot be read at all is an answer for each of them.
   */
  async findByCredentials(
    request: AgencyRequest,
    credentials: readonly string[],
  ): Promise<Map<string, CaseAnswer[]>> {
    const documents = credentials.flatMap((credential) => {
      const parsed = parseCredential(credential);
      const idType = parsed === null ? null : numberFor('idType', parsed.type);
      return parsed === null || idType === null ? [] : [{ idType, idNo: parsed.number }];
    });
    const answers: CaseAnswer[] = [];
    for (let page = 1; documents.length > 0; page++) {
      if (page > MOST_PAGES)
        throw new UpstreamError('AGENCY_BAD_RESPONSE', AGENCY, new Error('a list without end'));
      const query = { documents, page, pageSize: MAX_BATCH };
      const { total, list } = await this.#ask(request, '/api/case/list-by-party', query, WireCasePage);
      answers.push(...list.map(readCase));
      if (list.length === 0 || page * MAX_BATCH >= total) break;
    }
    return byName(credentials, answers, credentialsOf);
  }

  /** A part of the list of all cases. The agency pages by whole pages, so a part that lies across two costs two calls. */
  async list(request: AgencyRequest, query: CaseQuery): Promise<CasePart> {
    const { statuses, regions, offset, limit, ...bounds } = query;
    const caseStatuses = statuses.flatMap((status) => numberFor('caseStatus', status) ?? []);
    const first = Math.floor(offset / limit);
    const skip = offset % limit;
    const pages = skip === 0 ? [first] : [first, first + 1];
    const parts = await Promise.all(
      pages.map((page) => {
        const body = { ...bounds, caseStatuses, regionPrefixes: regions, page: page + 1, pageSize: limit };
        return this.#ask(request, '/api/case/page', body, WireCasePage);
      }),
    );
    const found = parts.flatMap(({ list }) => list).slice(skip, skip + limit);
    return { answers: found.map(readCase), total: Math.max(...parts.map(({ total }) => total)) };
  }

  /** Whether the system says that it can answer. Never rejects. */
  async isReady(): Promise<boolean> {
    try {
      await this.#http.get('/health/ready');
      return true;
    } catch {
      return false;
    }
  }

  async #ask<Shape extends z.ZodType>(
    { requestId, signal }: AgencyRequest,
    path: string,
    question: object,
    shape: Shape,
  ): Promise<z.output<Shape>> {
    // Signed and sent are the same bytes: axios leaves a Buffer as it is.
    const body = Buffer.from(JSON.stringify(question));
    const headers = {
      ...signRequest(this.#signer, `${this.#basePath}${path}`, body),
      'content-type': 'application/json',
      'x-request-id': requestId,
    };
    try {
      const { data } = await this.#http.post<unknown>(path, body, { headers, signal });
      return shape.parse(openEnvelope(data));
    } catch (error) {
      throw toUpstreamError(AGENCY, error);
    }
  }
}

/**
 * Answers under the names they were asked by. An answer without a readable name may be anyone's: it stands under every
 * name that found nothing else.
 */
function byName(
  asked: readonly string[],
  answers: readonly CaseAnswer[],
  namesOf: (answer: CaseAnswer) => string | readonly string[],
): Map<string, CaseAnswer[]> {
  const found = new Map<string, CaseAnswer[]>();
  const nameless: CaseAnswer[] = [];
  for (const answer of answers) {
    const names = new Set([namesOf(answer)].flat());
    if (names.size === 0) nameless.push(answer);
    for (const name of names) found.set(name, [...(found.get(name) ?? []), answer]);
  }
  return new Map(
    asked.flatMap((name) => {
      const itsAnswers = found.get(name) ?? nameless;
      return itsAnswers.length === 0 ? [] : [[name, itsAnswers] as const];
    }),
  );
}

function credentialsOf(answer: CaseAnswer): string[] {
  const parties = (answer.kind === 'case' ? answer.record : answer.sketch)?.parties ?? [];
  return parties.flatMap(({ credential, agentCredential }) =>
    [credential, agentCredential].filter((one) => one !== null),
  );
}
