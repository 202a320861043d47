import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';

let library: Library;
let gateways: Record<'development' | 'production', TestGateway>;
beforeAll(async () => {
  library = await startLibrary();
  gateways = {
    development: await startTestGateway(library.supergraph),
    production: await startTestGateway(library.supergraph, { production: true }),
  };
});
afterAll(async () => {
  for (const gateway of Object.values(gateways)) await gateway.stop();
  await library.stop();
});

describe.each(['development', 'production'] as const)('in %s, the audits find that the server', (mode) => {
  const audits = serverAudits({ url: () => gateways[mode].url }).map(
    (audit) => [`${audit.name} (${audit.id})`, audit] as const,
  );
  it.each(audits)('%s', async (_name, audit) => {
    expect(await audit.fn()).toMatchObject({ status: 'ok' });
  });
});

const post = (accept: string, body: object | string) =>
  gateways.production.send('/graphql', {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

describe('the status of an answer without data', () => {
  const mistakes: readonly (readonly [string, object])[] = [
    ['no GraphQL', { query: '{ motto' }],
    ['an unknown field', { query: '{ mottto }' }],
    ['an unknown operation', { query: 'query A { motto } query B { motto }' }],
    ['a variable that is missing', { query: 'query ($t: String!) { shout(text: $t) }' }],
    ['an operation that is too large', { query: `{ ${'motto '.repeat(2_100)} }` }],
  ];
  it.each(mistakes)('is 200 for %s to a client that asks for application/json', async (_what, body) => {
    const { status, headers, body: answer } = await post('application/json', body);
    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(answer.errors).toHaveLength(1);
    expect(answer).not.toHaveProperty('data');
  });

  it.each(mistakes)('is 400 for %s to any other client', async (_what, body) => {
    const modern = await post('application/graphql-response+json, application/json;q=0.9', body);
    expect(modern.status).toBe(400);
    expect(modern.headers.get('content-type')).toBe('application/graphql-response+json; charset=utf-8');
    const undecided = await post('*/*', body);
    expect(undecided.status).toBe(400);
    expect(undecided.headers.get('content-type')).toBe('application/json; charset=utf-8');
  });

  it.each(['application/json', 'application/graphql-response+json'])(
    'is 400 to %s when the request is not well-formed, and the body has that type',
    async (accept) => {
      for (const body of ['{', '{"query":5}', '{"query":"{ motto }","variables":[7]}', '{}']) {
        const { status, headers, body: answer } = await post(accept, body);
        expect([status, headers.get('content-type')]).toEqual([400, `${accept}; charset=utf-8`]);
        expect(answer.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
      }
    },
  );

  it('counts as refused, whatever the client is shown', async () => {
    const { log, send } = gateways.production;
    const { headers } = await post('application/json', { query: '{ mottto }' });
    // The line is written when the answer has left.
    await send('/health/live');
    const line = log.find((text) => text.includes(String(headers.get('x-request-id')))) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ status: 200, outcome: 'refused' });
  });
});

describe('an answer with data', () => {
  it.each(['application/json', 'application/graphql-response+json'])(
    'has status 200 for %s, with errors too',
    async (accept) => {
      library.books.spoil((_request, response) => response.writeHead(500).end());
      const { status, body } = await post(accept, { query: '{ motto books { id } }' });
      library.reset();
      expect(status).toBe(200);
      expect(body.data).toEqual({ motto: 'read', books: null });
      expect(body.errors).toHaveLength(1);
    },
  );
});

describe('a method that GraphQL over HTTP does not know', () => {
  it.each(['HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'QUERY', 'PROPFIND'])(
    'is refused, with those that it knows: %s',
    async (method) => {
      library.reset();
      const url = `${gateways.production.url}?query=${encodeURIComponent('{ motto }')}`;
      const response = await fetch(url, { method, headers: { accept: 'application/json' } });
      const { status, headers } = response;
      expect([status, headers.get('allow')]).toEqual([405, 'GET, POST']);
      if (method !== 'HEAD') expect(await response.json()).toMatchObject({ errors: [{}] });
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(library.hub.received).toHaveLength(0);
    },
  );

  it('is refused with a body, too', async () => {
    const { status } = await gateways.production.send('/graphql', {
      method: 'PUT',
      headers: { 'content-type': 'text/xml' },
      body: '<a/>',
    });
    expect(status).toBe(405);
  });

  it('is a GET that runs a mutation: it says to POST it', async () => {
    const query = encodeURIComponent('mutation { rename(ref: "b1", title: "x") { title } }');
    for (const accept of ['application/json', 'application/graphql-response+json']) {
      const { status, headers } = await gateways.production.send(`/graphql?query=${query}`, {
        headers: { accept },
      });
      expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    }
  });
});
