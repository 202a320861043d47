import { createServer, type RequestListener } from 'node:http';
import { normaliseNumber } from '@tongban/kit';

/** A record as the system sends it; nothing is taken for granted, since some are broken on purpose. */
type Wire = Readonly<Record<string, unknown>> & { readonly id: string };

/** One request that the system got. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: string;
  readonly requestId: string | undefined;
}

/** A mediation system on loopback that answers as docs/agencies/mediation.md says, for tests. */
export interface FakeSystem {
  readonly url: string;
  readonly calls: Call[];
  /** The most requests that were under way at once. */
  mostAtOnce(): number;
  /** Answers the next requests in its own way instead; null: as usual again. */
  misbehave(how: RequestListener | null): void;
  close(): Promise<void>;
}

/** @param delayMs how long each answer takes */
export async function runFakeSystem(records: readonly Wire[], delayMs = 0): Promise<FakeSystem> {
  const calls: Call[] = [];
  let misbehaviour: RequestListener | null = null;
  let underWay = 0;
  let most = 0;
  const server = createServer(async (request, response) => {
    underWay += 1;
    most = Math.max(most, underWay);
    response.once('close', () => {
      underWay -= 1;
    });
    let body = '';
    for await (const chunk of request) body += chunk;
    const url = new URL(request.url ?? '', 'http://system');
    if (url.pathname !== '/health/ready') {
      const requestId = request.headers['x-request-id'];
      calls.push({
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        body,
        requestId: typeof requestId === 'string' ? requestId : undefined,
      });
    }
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (misbehaviour !== null) return void misbehaviour(request, response);
    if (url.pathname !== '/health/ready' && request.headers['x-api-token'] !== TOKEN) {
      return void response.writeHead(401).end();
    }
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.end(JSON.stringify(answerTo(url, body, records)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the system has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    calls,
    mostAtOnce: () => most,
    misbehave(how) {
      misbehaviour = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export const TOKEN = 'a-token-for-tests-only';

function answerTo({ pathname, searchParams }: URL, body: string, records: readonly Wire[]): unknown {
  if (pathname === '/health/ready') return { status: 'ready' };
  const ids = searchParams.get('ids')?.split(',');
  if (ids !== undefined) return { items: records.filter(({ id }) => ids.includes(id)) };
  const numbers = searchParams.get('numbers')?.split(',').map(normaliseNumber);
  if (numbers !== undefined) {
    return {
      items: records.filter((record) =>
        numbersOf(record).some((number) => numbers.includes(normaliseNumber(number))),
      ),
    };
  }
  if (pathname === '/mediations/by-party') {
    const { documents, page_size, page_token } = JSON.parse(body);
    const wanted: string[] = documents.map(({ number }: { number: string }) => number);
    const mine = records.filter((record) => wanted.some((number) => JSON.stringify(record).includes(number)));
    return page(mine, page_size, page_token);
  }
  const regions = searchParams.get('regions')?.split(',') ?? [''];
  const listed = records.filter(
    (record) =>
      regions.some((prefix) => String(record.region_code).startsWith(prefix)) &&
      (searchParams.get('sealed') !== 'exclude' || !JSON.stringify(record.secrecy).includes('封存')),
  );
  return page(listed, Number(searchParams.get('page_size')), searchParams.get('page_token'));
}

function numbersOf(record: Wire): string[] {
  const { register_no, other_numbers, confirmation } = record as {
    register_no?: string;
    other_numbers?: string[];
    confirmation?: { court_case_no: string } | null;
  };
  return [register_no ?? '', ...(other_numbers ?? []), confirmation?.court_case_no ?? ''];
}

/** Newest first; a token is the position after an item. */
function page(records: readonly Wire[], size: number, token: string | null) {
  const sorted = records.toSorted((one, other) =>
    String(other.registered_at).localeCompare(String(one.registered_at)),
  );
  const start = token === null ? 0 : Number(token.slice(1));
  const items = sorted.slice(start, start + size);
  const item_tokens = items.map((_, index) => `t${start + index + 1}`);
  return {
    items,
    item_tokens,
    next_page_token: start + size < sorted.length ? (item_tokens.at(-1) ?? null) : null,
    total_count: records.length,
  };
}
