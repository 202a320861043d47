import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { LogEntry, SubjectPayload } from '../accesses/accessLogApi.ts';

/** An outcome as the log holds it, with what is sealed about each of its subjects. */
export interface TestOutcome {
  readonly record: Omit<LogEntry['record'], 'phase'> & { readonly subjects: readonly string[] };
  readonly payloads: readonly (SubjectPayload | null)[];
}

/** How the log fails. */
export type LogFault =
  | 'unavailable'
  | 'silent'
  | 'refused'
  | 'garbled'
  | 'wrong shape'
  | 'out of order'
  | null;

/** A log that speaks the contract over HTTP. */
export interface TestLog {
  readonly url: string;
  /** Index is the place in here, from 0: intents stand between outcomes, so each outcome has an odd one. */
  readonly outcomes: TestOutcome[];
  /** Bodies that were asked with. */
  readonly questions: { tags: string[]; before: number | null; limit: number }[];
  fault: LogFault;
  stop(): Promise<void>;
}

export const TEST_LOG_KEY = 'k'.repeat(32);

export async function startTestLog(): Promise<TestLog> {
  const outcomes: TestOutcome[] = [];
  const questions: TestLog['questions'] = [];
  const log = { outcomes, questions, fault: null as LogFault };
  const server = createServer((request, response) => void answer(request, response, log));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(log, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  log: Pick<TestLog, 'outcomes' | 'questions' | 'fault'>,
): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const send = (status: number, body: unknown) =>
    response
      .writeHead(status, { 'content-type': 'application/json' })
      .end(typeof body === 'string' ? body : JSON.stringify(body));
  if (log.fault === 'silent') return;
  if (log.fault === 'unavailable') return void send(503, { code: 'AUDIT_UNAVAILABLE' });
  // It has published nothing: its files have tests of their own (logWatch).
  if (request.method === 'GET') return void send(404, {});
  if (log.fault === 'refused' || request.headers.authorization !== `Bearer ${TEST_LOG_KEY}`)
    return void send(401, {});
  if (request.method !== 'POST' || request.url !== '/log/accesses') return void send(404, {});
  const question = JSON.parse(Buffer.concat(chunks).toString()) as TestLog['questions'][number];
  log.questions.push(question);
  if (log.fault === 'garbled') return void send(200, '{"size":');
  const accesses = entriesFor(question, log.outcomes);
  if (log.fault === 'wrong shape') return void send(200, { size: 1, accesses });
  const total = entriesFor(
    { ...question, before: null, limit: Number.POSITIVE_INFINITY },
    log.outcomes,
  ).length;
  const page = log.fault === 'out of order' ? accesses.toReversed() : accesses;
  send(200, { size: log.outcomes.length * 2, total, accesses: page });
}

function entriesFor(
  { tags, before, limit }: TestLog['questions'][number],
  outcomes: readonly TestOutcome[],
): object[] {
  return outcomes
    .map((outcome, place) => ({ ...outcome, index: place * 2 + 1 }))
    .filter(
      ({ index, record }) => index < (before ?? Number.POSITIVE_INFINITY) && meets(record.subjects, tags),
    )
    .toReversed()
    .slice(0, limit)
    .map(({ index, record, payloads }) => ({
      index,
      leafHash: index.toString(16).padStart(64, '0'),
      record: { v: 1, phase: 'outcome', operation: 'a'.repeat(64), errors: [], ...record },
      payloads: payloads.filter((_, at) => tags.includes(record.subjects[at] ?? '')),
    }));
}

function meets(subjects: readonly string[], tags: readonly string[]): boolean {
  return subjects.some((subject) => tags.includes(subject));
}
