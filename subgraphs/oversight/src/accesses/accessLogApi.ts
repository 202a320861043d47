import { createHttp } from '@tongban/kit';
import { z } from 'zod';
import { AuditUnavailable } from './auditUnavailable.ts';

const word = z.string().min(1).max(256);
const disclosure = z.enum(['FULL', 'MASKED', 'HIDDEN']);

/** What the log keeps about one person, sealed with a key of that person. */
const payload = z.object({
  /** Whether who looked was the person. */
  isSelf: z.boolean().default(false),
  /** What was shown of the register of persons; null: it was not asked about this person. */
  register: disclosure.nullable().default(null),
  cases: z.array(z.object({ id: word, disclosure, marks: z.array(z.string()) })),
});

/** An outcome of the access log (gateway/src/audit/accessRecord.ts), as far as it is needed here. */
const record = z.object({
  phase: z.literal('outcome'),
  time: z.iso.datetime({ precision: 3 }),
  actor: z.object({
    id: word,
    role: word,
    organisation: word.nullable(),
    /** Where staff work; records need not say. */
    service: word.nullable().optional(),
  }),
  purpose: word.nullable(),
  caseReference: word.nullable(),
  requestId: word,
  fields: z.array(z.string()),
  decision: z.enum(['allowed', 'denied']),
  disclosure: z.enum(['full', 'masked', 'none']),
  counts: z.object({ subjects: z.int().nonnegative() }),
  part: z.object({ number: z.int().positive(), of: z.int().positive() }),
});

const page = z.object({
  size: z.int().nonnegative(),
  total: z.int().nonnegative(),
  accesses: z.array(
    z.object({
      index: z.int().nonnegative(),
      leafHash: z.string().regex(/^[0-9a-f]{64}$/),
      record,
      /** One for each of the record's subjects that was asked for; null where it has been erased. */
      payloads: z.array(payload.nullable()),
    }),
  ),
});

export type SubjectPayload = z.output<typeof payload>;
export type LogPage = z.output<typeof page>;
export type LogEntry = LogPage['accesses'][number];

/** Most outcomes of one answer. */
export const LOG_PAGE_SIZE = 100;

/** The access log of the gateway, as it answers this subgraph. */
export interface AccessLogApi {
  /**
   * Outcomes about whoever has one of the tags, newest first.
   *
   * @param before only those with a smaller index; null: from the newest
   * @throws AuditUnavailable
   */
  read(
    question: { readonly tags: readonly string[]; readonly before: number | null },
    signal: AbortSignal,
  ): Promise<LogPage>;
}

/** @param options `url` of the log, without `/accesses`; `timeoutMs` for one answer */
export function createAccessLogApi(options: {
  readonly url: string;
  readonly key: string;
  readonly timeoutMs: number;
}): AccessLogApi {
  const http = createHttp({
    baseUrl: options.url,
    timeoutMs: options.timeoutMs,
    headers: { authorization: `Bearer ${options.key}` },
  });
  return {
    async read({ tags, before }, signal) {
      try {
        const { data } = await http.post('accesses', { tags, before, limit: LOG_PAGE_SIZE }, { signal });
        const answer = page.parse(data);
        requireOrder(answer, before);
        return answer;
      } catch (error) {
        throw new AuditUnavailable(error);
      }
    },
  };
}

/** An answer out of order would be read for ever, or show a record twice. */
function requireOrder({ accesses }: LogPage, before: number | null): void {
  let last = before ?? Number.POSITIVE_INFINITY;
  for (const { index } of accesses) {
    if (index >= last) throw new Error('the access log answers out of order');
    last = index;
  }
}
