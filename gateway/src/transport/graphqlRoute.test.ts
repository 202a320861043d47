import { request } from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';

let library: Library;
let gateway: TestGateway;

beforeAll(async () => {
  library = await startLibrary();
  gateway = await startTestGateway(library.supergraph, { production: true });
});
afterEach(() => library.reset());
afterAll(async () => {
  await gateway.stop();
  await library.stop();
});

const post = (body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  gateway.send('/graphql', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('a request that is none', () => {
  it.each([
    ['a batch', '[{"query":"{ motto }"}]', {}, 400, 'Operation batching disabled.'],
    ['broken JSON', '{"query":', {}, 400, 'POST a JSON body'],
    ['no query', '{"variables":{}}', {}, 400, 'non-empty `query`'],
    [
      'a form',
      'query=%7Bmotto%7D',
      { 'content-type': 'application/x-www-form-urlencoded' },
      415,
      'uncompressed JSON',
    ],
    ['plain text', '{"query":"{ motto }"}', { 'content-type': 'text/plain' }, 415, 'uncompressed JSON'],
    [
      'a compressed body',
      gzipSync('{"query":"{ motto }"}'),
      { 'content-encoding': 'gzip' },
      415,
      'compressed',
    ],
    ['a body of 300 KiB', JSON.stringify({ query: `{ motto } #${'x'.repeat(300_000)}` }), {}, 413, '256 KiB'],
    [
      'variables 40 levels deep',
      `{"query":"{ motto }","variables":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`,
      {},
      400,
      '32 levels',
    ],
    ['a body with __proto__', '{"query":"{ motto }","__proto__":{"x":1}}', {}, 400, 'POST a JSON body'],
  ])('by %s is refused in words', async (_what, body, headers, status, message) => {
    const answer = await post(body as string, headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0]?.message).toContain(message);
    expect(answer.body.errors?.[0]?.extensions).toEqual({
      code: 'BAD_REQUEST',
      requestId: answer.headers.get('x-request-id'),
    });
    expect(library.hub.received).toHaveLength(0);
  });

  it('by a Host header that is no host does not take anything with it', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const { port } = new URL(gateway.url);
      const sent = request({
        port,
        path: '/graphql',
        method: 'POST',
        headers: { host: 'a b:%%', 'content-type': 'application/json' },
      });
      sent.once('response', (response) => resolve(response.resume().statusCode)).once('error', reject);
      sent.end('{"query":"{ motto }"}');
    });
    expect(status).toBe(400);
    expect((await gateway.ask('{ motto }')).status).toBe(200);
  });

  it('by two framings at once closes the connection', async () => {
    const { port } = new URL(gateway.url);
    const answer = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(
          'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        ),
      );
      socket.on('data', (chunk) => (text += chunk)).on('close', () => resolve(text));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400/);
  });
});

describe('a GET request', () => {
  it('runs a query when it cannot come from a form, an image or a page of another site', async () => {
    const path = `/graphql?query=${encodeURIComponent('{ motto }')}`;
    const image = { accept: 'image/*', 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect((await gateway.send(path, { headers: { ...image, accept: '*/*' } })).status).toBe(403);
    expect((await gateway.send(path, { headers: image })).status).toBe(403);
    expect(library.hub.received).toHaveLength(0);
    for (const headers of [{ accept: 'application/json' }, { 'apollo-require-preflight': 'yes' }]) {
      const answer = await gateway.send(path, { headers });
      expect(answer.body).toEqual({ data: { motto: 'read' } });
    }
    expect(gateway.log.join('')).not.toContain('motto');
  });

  it('does not run a mutation', async () => {
    const path = `/graphql?query=${encodeURIComponent('mutation { rename(ref: "b1", title: "x") { title } }')}`;
    const answer = await gateway.send(path, { headers: { 'apollo-require-preflight': 'yes' } });
    expect(answer.status).toBe(405);
    expect(library.hub.received).toHaveLength(0);
  });
});

describe('an operation', () => {
  it('that is larger than the limits is refused before anything is asked', async () => {
    for (const query of [
      `{ ${'motto '.repeat(2_100)} }`,
      `{ items { ${Array.from({ length: 900 }, (_, index) => `t${index}: id`).join(' ')} } ${Array.from({ length: 9 }, (_, index) => `i${index}: items { ...F }`).join(' ')} } fragment F on Item { ${Array.from({ length: 300 }, (_, index) => `u${index}: id`).join(' ')} }`,
    ]) {
      const { status, body } = await gateway.ask(query);
      expect(status).toBe(400);
      expect(body.errors).toMatchObject([{ extensions: { code: 'QUERY_TOO_COMPLEX' } }]);
    }
    expect(library.hub.received).toHaveLength(0);
  });

  it.each([
    ['is not GraphQL', '{ motto', 400, 'GRAPHQL_PARSE_FAILED'],
    ['does not fit the schema', '{ mottto }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    [
      'asks for internals of federation',
      '{ _entities(representations: []) { __typename } }',
      400,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['asks for the SDL of a subgraph', '{ _service { sdl } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['asks for an inaccessible field', '{ items { ref } }', 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['is not in the document', 'query A { motto } query B { motto }', 400, 'OPERATION_RESOLUTION_FAILURE'],
    ['lacks a variable', 'query ($t: String!) { shout(text: $t) }', 400, 'BAD_USER_INPUT'],
  ])('that %s is refused with its code', async (_what, query, status, code) => {
    const answer = await gateway.ask(query);
    expect(answer.status).toBe(status);
    expect(answer.body.errors?.[0]?.extensions).toEqual({
      code,
      requestId: answer.headers.get('x-request-id'),
    });
    expect(answer.text).not.toContain('Did you mean');
    expect(library.hub.received).toHaveLength(0);
  });

  it('sends on only the variables that its fetches use', async () => {
    const { body } = await gateway.ask('query ($t: String!) { shout(text: $t) }', {
      variables: { t: 'a', extra: 1 },
    });
    expect(body.data).toEqual({ shout: 'A' });
    expect(library.hub.received[0]?.variables).toEqual({ t: 'a' });
  });

  it('shows no plan, whatever headers ask for it', async () => {
    const { body } = await gateway.ask('{ motto }', { headers: { 'apollo-query-plan-experimental': '1' } });
    expect(body).toEqual({ data: { motto: 'read' } });
  });

  it('of a client that goes is not carried on', async () => {
    let isCut = false;
    library.books.spoil((_request, response) => {
      response.once('close', () => {
        isCut = true;
      });
    });
    const leaving = new AbortController();
    setTimeout(() => leaving.abort(), 60);
    const body = JSON.stringify({ query: '{ books { title } }' });
    const headers = { 'content-type': 'application/json' };
    await fetch(gateway.url, { method: 'POST', headers, body, signal: leaving.signal }).catch(
      () => undefined,
    );
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(isCut).toBe(true);
  });
});

describe('every answer', () => {
  it('has an id, is not to be kept, and takes the id of the client only in the right form', async () => {
    const { headers } = await gateway.ask('{ motto }', { headers: { 'x-request-id': 'my-request.1' } });
    expect(headers.get('x-request-id')).toBe('my-request.1');
    expect(headers.get('cache-control')).toBe('no-store');
    const forged = await gateway.ask('{ motto }', { headers: { 'x-request-id': '{"level":50}' } });
    expect(forged.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe('beside GraphQL', () => {
  it('there are health and metrics, and nothing else', async () => {
    expect((await gateway.send('/health/live')).body).toEqual({ status: 'live' });
    expect((await gateway.send('/health/ready')).body).toEqual({ status: 'ready' });
    await gateway.ask('{ books { id } }');
    const metrics = (await gateway.send('/metrics')).text;
    expect(metrics).toMatch(/gateway_subgraph_fetch_seconds_count\{subgraph="books",outcome="ok"\} [1-9]/);
    expect(metrics).toMatch(/gateway_request_seconds_count\{outcome="data"\} [1-9]/);
    const { status, body } = await gateway.send('/admin');
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([404, 'BAD_REQUEST']);
  });
});
