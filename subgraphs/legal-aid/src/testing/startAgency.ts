import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { normaliseNumber } from '@tongban/kit';

/** A call that reached the agency. */
export interface AgencyCall {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: {
    ids?: string[];
    numbers?: string[];
    documents?: { type: string; number: string; cursor?: string }[];
  };
}

/** A case as it goes over the wire; loosely typed, so that a test can send what the contract does not have. */
export type WireCase = Record<string, unknown> & { key: string; openedAt: string };

/** An entry of the public register. */
export interface WireLawyer {
  readonly practitionerNo: string;
  readonly firstPracticeYear: number;
  readonly licenceState: string;
}

/**
 * An agency's system on a loopback port that holds `cases` and answers as docs/agencies/legal-aid.md says, pages of
 * persons `partyPage` cases long. `misbehave`, when set, answers instead.
 */
export async function startAgency(
  cases: readonly WireCase[],
  { partyPage = 20, lawyers = [] }: { partyPage?: number; lawyers?: readonly WireLawyer[] } = {},
) {
  const calls: AgencyCall[] = [];
  let misbehave: RequestListener | null = null;
  const newestFirst = cases.toSorted((a, b) =>
    a.openedAt < b.openedAt || (a.openedAt === b.openedAt && a.key < b.key) ? 1 : -1,
  );

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://agency');
    const call = {
      method: request.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: await readBody(request),
    };
    calls.push(call);
    if (misbehave !== null) return misbehave(request, response);
    return answer(response, call);
  });

  function answer(response: ServerResponse, { path, query, body }: AgencyCall) {
    if (path === '/cases/batch-get') {
      const { ids = [] } = body;
      return send(response, { items: newestFirst.filter(({ key }) => ids.includes(key)) });
    }
    if (path === '/cases/batch-find-by-number') {
      const items = (body.numbers ?? []).map((number) => ({
        number,
        cases: newestFirst.filter((one) =>
          numbersOf(one).some((printed) => normaliseNumber(printed) === number),
        ),
      }));
      return send(response, { items: items.filter((item) => item.cases.length > 0) });
    }
    if (path === '/parties/batch-cases') {
      const items = (body.documents ?? []).map(({ type, number, cursor = '0' }) => {
        const all = newestFirst.filter((one) =>
          JSON.stringify(one.parties).includes(`"documentNumber":"${number}"`),
        );
        const end = Number(cursor) + partyPage;
        return {
          document: { type, number },
          cases: all.slice(Number(cursor), end),
          nextCursor: end < all.length ? String(end) : null,
        };
      });
      return send(response, { items });
    }
    if (path.startsWith('/lawyers/')) {
      const lawyer = lawyers.find(({ practitionerNo }) => path === `/lawyers/${practitionerNo}`);
      if (lawyer === undefined) response.statusCode = 404;
      return send(response, lawyer ?? { error: { code: 'NOT_FOUND', message: 'no such lawyer' } });
    }
    const start = Number(query.get('cursor') ?? 0);
    const end = start + Number(query.get('limit'));
    const items = newestFirst
      .slice(start, end)
      .map((one, index) => ({ cursor: String(start + index + 1), case: one }));
    return send(response, {
      items,
      nextCursor: end < newestFirst.length ? String(end) : null,
      total: newestFirst.length,
    });
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    misbehave(listener: RequestListener | null) {
      misbehave = listener;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type Agency = Awaited<ReturnType<typeof startAgency>>;

function numbersOf(one: WireCase): string[] {
  return [one.caseNo as string, ...(one.otherNumbers as string[])];
}

function send(response: ServerResponse, body: object) {
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<AgencyCall['body']> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text === '' ? {} : (JSON.parse(text) as AgencyCall['body']);
}
