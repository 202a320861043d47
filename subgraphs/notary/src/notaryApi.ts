import { normaliseNumber, toUpstreamError, UpstreamError } from '@tongban/kit';
import type { AxiosInstance } from 'axios';
import { z } from 'zod';
import { AGENCY, type CaseAnswer, readCase, sketchOf } from './caseAnswer.ts';
import { documentTypeWords } from './wire/caseWords.ts';
import { toChineseDateTime } from './wire/chineseTime.ts';
import { decodeGb18030, encodeGb18030 } from './wire/gb18030.ts';
import { type NotaryStatus, statusWords } from './wire/notaryWords.ts';
import { readXml, XmlError } from './wire/readXml.ts';
import { acceptanceNo, count, listOf, yesNo } from './wire/wireForms.ts';
import { listElement, writeXml, type XmlElement } from './wire/writeXml.ts';

/** Keys in one query, and records in one answer (docs/agencies/notary.md). */
export const MAX_BATCH = 50;

/** More records than any 50 persons have: a system that claims more is wrong. */
const MOST_RECORDS = 5_000;

/** What the system is told of the request behind a call. */
export interface AgencyRequest {
  /** Goes along as `x-request-id`, by which the system's log and ours are joined. */
  readonly requestId: string;
  /** Aborts the call when the client has gone. */
  readonly signal: AbortSignal;
}

/** Where a list goes on: after this case in its order. */
export interface ListPosition {
  /** RFC 3339. */
  readonly openedAt: string;
  readonly region: string;
  readonly acceptanceNo: string;
}

/** Which cases a page of the list is of. */
export interface ListQuery {
  readonly statuses: readonly NotaryStatus[];
  /** Prefixes of region codes; empty: every region. */
  readonly regions: readonly string[];
  readonly openedFrom: string | null;
  /** Exclusive. */
  readonly openedBefore: string | null;
  /** The office whose secret wills are listed; null: none are. */
  readonly willsOfOffice: string | null;
  readonly withSealed: boolean;
  readonly after: ListPosition | null;
  /** At most 50. */
  readonly limit: number;
}

/** A page of the list: newest first, then by region and acceptance number. */
export interface ListPage {
  readonly answers: readonly CaseAnswer[];
  readonly hasMore: boolean;
  /** Of the whole list, not of the page. */
  readonly total: number;
}

/**
 * One notary offices' system: XML in GB18030 over HTTP. One instance for each system and process; no state of any
 * request.
 *
 * Every method rejects with an UpstreamError when the system fails as a whole; a case that cannot be read by itself is
 * an `UnreadableCase` among the others.
 */
export class NotaryApi {
  readonly #http: AxiosInstance;

  /** @param http with `responseType: 'arraybuffer'` and the system's credentials */
  constructor(http: AxiosInstance) {
    this.#http = http;
  }

  /** Resolves when the system says that it can answer. */
  async checkReady(): Promise<void> {
    await this.#http.get('/health/ready').catch((error: unknown) => {
      throw toUpstreamError(AGENCY, error);
    });
  }

  /** Cases by acceptance number, at most 50. Unknown numbers are left out. */
  async findByKeys(request: AgencyRequest, keys: readonly string[]): Promise<Map<string, CaseAnswer>> {
    const { answers } = await this.#records(request, '按受理号查询', listElement('受理号', keys));
    return new Map(
      answers.flatMap((answer) => {
        const key = sketchOf(answer)?.ref.split('-').slice(2).join('-');
        return key === undefined ? [] : [[key, answer] as const];
      }),
    );
  }

  /** Cases by normalised number, at most 50. Unknown numbers are left out; a number may be on several cases. */
  async findByNumbers(
    request: AgencyRequest,
    numbers: readonly string[],
  ): Promise<Map<string, CaseAnswer[]>> {
    const answers = await this.#allRecords(request, '按编号查询', listElement('编号', numbers));
    return grouped(answers, numbers, (answer) => {
      const sketch = sketchOf(answer);
      return sketch === null ? [] : [sketch.caseNo, ...sketch.aliases].map(normaliseNumber);
    });
  }

  /** The cases of persons by credential, at most 50 persons. Who has none is left out. */
  async findByCredentials(
    request: AgencyRequest,
    credentials: readonly string[],
  ): Promise<Map<string, CaseAnswer[]>> {
    const persons = credentials.map((credential): readonly XmlElement[] => {
      const [type = '', ...number] = credential.split(':');
      const known = documentTypeWords.has(type) ? documentTypeWords.wordOf(type) : null;
      return [
        ['证件类型', known],
        ['证件号码', number.join(':')],
      ];
    });
    const answers = await this.#allRecords(request, '按当事人查询', listElement('当事人', persons));
    return grouped(answers, credentials, (answer) =>
      (sketchOf(answer)?.parties ?? []).flatMap(({ credential }) => credential ?? []),
    );
  }

  /** One page of the list. */
  async list(request: AgencyRequest, query: ListQuery): Promise<ListPage> {
    const { after } = query;
    const position: XmlElement[] = [
      ['申请时间', after === null ? null : toChineseDateTime(after.openedAt)],
      ['地区代码', after?.region ?? null],
      ['受理号', after?.acceptanceNo ?? null],
    ];
    const page = await this.#ask(request, ListAnswer, '列表查询', [
      listElement('状态', query.statuses.map(statusWords.wordOf)),
      listElement('地区前缀', query.regions),
      ['申请时间起', query.openedFrom === null ? null : toChineseDateTime(query.openedFrom)],
      ['申请时间止', query.openedBefore === null ? null : toChineseDateTime(query.openedBefore)],
      ['遗嘱所属机构', query.willsOfOffice],
      ['含封存', query.withSealed ? '是' : '否'],
      ['每页条数', String(query.limit)],
      ['起始于', after === null ? null : position],
    ]);
    return { answers: page.公证事项列表.map(readCase), hasMore: page.还有更多, total: page.总数 };
  }

  /** All records of a query: those that do not fit the first answer are asked for by key, 50 a call, side by side. */
  async #allRecords(request: AgencyRequest, operation: string, keys: XmlElement): Promise<CaseAnswer[]> {
    const first = await this.#records(request, operation, keys);
    const batches = Array.from({ length: Math.ceil(first.rest.length / MAX_BATCH) }, (_, index) =>
      first.rest.slice(index * MAX_BATCH, (index + 1) * MAX_BATCH),
    );
    const rest = await Promise.all(
      batches.map((batch) => this.#records(request, '按受理号查询', listElement('受理号', batch))),
    );
    return [first, ...rest].flatMap(({ answers }) => answers);
  }

  async #records(request: AgencyRequest, operation: string, keys: XmlElement) {
    const answer = await this.#ask(request, RecordsAnswer, operation, [keys]);
    return { answers: answer.公证事项列表.map(readCase), rest: answer.其余受理号列表 };
  }

  async #ask<Output>(
    { requestId, signal }: AgencyRequest,
    shape: z.ZodType<Output>,
    operation: string,
    parameters: readonly XmlElement[],
  ): Promise<Output> {
    try {
      const body = encodeGb18030(writeXml(['请求', [['操作', operation], ...parameters]]));
      const headers = { 'content-type': 'text/xml; charset=GB18030', 'x-request-id': requestId };
      const { data } = await this.#http.post<Buffer>('/query.do', body, { headers, signal });
      const { root, content } = readXml(decodeGb18030(data));
      if (root === '错误') throw refusal(content);
      if (root !== '应答') throw new XmlError('the root element is none of this interface');
      return shape.parse(content);
    } catch (error) {
      throw toUpstreamError(AGENCY, error);
    }
  }
}

const RecordsAnswer = z.object({
  公证事项列表: listOf('公证事项', z.unknown()),
  其余受理号列表: listOf('其余受理号', acceptanceNo).refine(({ length }) => length <= MOST_RECORDS),
});

const ListAnswer = z.object({
  总数: count,
  还有更多: yesNo,
  公证事项列表: listOf('公证事项', z.unknown()),
});

/** `<错误>`: E9… is the system's own trouble; any other code says that it does not take what we asked. */
function refusal(content: unknown): UpstreamError {
  const { 代码: code } = z.object({ 代码: z.string().regex(/^E\d{4}$/) }).parse(content);
  const upstream = code.startsWith('E9') ? 'AGENCY_UNAVAILABLE' : 'AGENCY_BAD_RESPONSE';
  return new UpstreamError(upstream, AGENCY, new Error(`the system refused the query: ${code}`));
}

function grouped(
  answers: readonly CaseAnswer[],
  asked: readonly string[],
  keysOf: (answer: CaseAnswer) => readonly string[],
): Map<string, CaseAnswer[]> {
  const wanted = new Set(asked);
  const groups = new Map<string, CaseAnswer[]>();
  for (const answer of answers) {
    for (const key of new Set(keysOf(answer))) {
      if (wanted.has(key)) groups.set(key, [...(groups.get(key) ?? []), answer]);
    }
  }
  return groups;
}
