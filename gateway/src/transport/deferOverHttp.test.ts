import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { requestError } from '../errors/requestError.ts';
import type { GatewayExecutionResult } from '../execution/apolloGatewayTypes.ts';
import type { GatewayContext } from '../execution/gatewayContext.ts';
import { WrittenData } from '../execution/writtenData.ts';
import { createPartSource, type PartSource } from '../testing/partSource.ts';
import { startTransport, type TestTransport } from '../testing/startTransport.ts';

const ACCEPT = 'multipart/mixed;deferSpec=20220824,application/graphql-response+json,application/json;q=0.9';
const QUERY = '{ item { id ... @defer(label: "slow") { price } } }';
const schema = `
  directive @defer(label: String, if: Boolean! = true) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  type Query { item: Item }
  type Mutation { buy: Item }
  type Item { id: ID  price: Int }
`;
const written = (data: object) => new WrittenData(Buffer.from(JSON.stringify(data))) as never;

let parts: PartSource;
let contexts: GatewayContext[];
let first: GatewayExecutionResult;
let transport: TestTransport;

beforeEach(async () => {
  parts = createPartSource();
  contexts = [];
  first = { data: written({ item: { id: '1' } }) };
  transport = await startTransport({
    schema,
    forwardHeaders: ['x-tenant'],
    async execute({ context, source }) {
      contexts.push(context);
      if (!source.includes('@defer')) return first;
      if (!context.acceptsParts) return { data: written({ item: { id: '1', price: 5 } }) };
      context.laterParts = parts;
      return first;
    },
  });
});
afterEach(() => transport.stop());

async function post(query = QUERY, accept = ACCEPT): Promise<IncomingMessage> {
  const headers = { 'content-type': 'application/json', accept, 'x-request-id': 'request-1' };
  const sent = request(transport.url, { method: 'POST', headers });
  sent.end(JSON.stringify({ query }));
  const [response] = await once(sent, 'response');
  return response;
}

/** A client that writes its request and reads nothing until it is told to. */
async function postUnread(): Promise<Socket> {
  const socket = connect(transport.port, '127.0.0.1');
  await once(socket, 'connect');
  const body = JSON.stringify({ query: QUERY });
  socket.pause();
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nAccept: ${ACCEPT}\r\n` +
      `Content-Length: ${body.length}\r\n\r\n${body}`,
  );
  return socket;
}

/** Reads until the body so far ends with a boundary. */
async function nextPart(response: IncomingMessage): Promise<string> {
  let read = '';
  while (!/\r\n---(--)?\r\n$/.test(read)) {
    const chunk: Buffer | null = response.read();
    if (chunk === null) await once(response, 'readable');
    else read += chunk;
  }
  return read;
}

const HEAD = 'content-type: application/json; charset=utf-8\r\n\r\n';
const FIRST = `\r\n---\r\n${HEAD}{"data":{"item":{"id":"1"}},"hasNext":true}\r\n---\r\n`;

describe('an answer in parts', () => {
  it('has each part on the wire before the next is there, to the byte', async () => {
    const response = await post();
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(await nextPart(response)).toBe(FIRST);

    parts.send({
      incremental: [{ data: new WrittenData(Buffer.from('{"price":5.0}')), path: ['item'], label: 'slow' }],
      hasNext: true,
    });
    expect(await nextPart(response)).toBe(
      `${HEAD}{"incremental":[{"data":{"price":5.0},"path":["item"],"label":"slow"}],"hasNext":true}\r\n---\r\n`,
    );

    parts.send({
      incremental: [
        { data: new WrittenData(Buffer.from('{"a":1}')), path: [] },
        { data: null, path: ['item', 0], errors: [requestError('AGENCY_TIMEOUT', 'books took too long.')] },
      ],
      hasNext: false,
      extensions: { completeness: { asked: 2 } },
    });
    expect(await text(response)).toBe(
      `${HEAD}{"incremental":[{"data":{"a":1},"path":[]},{"errors":[{"message":"books took too long.",` +
        '"extensions":{"code":"AGENCY_TIMEOUT","requestId":"request-1"}}],"data":null,"path":["item",0]}],' +
        `"hasNext":true}\r\n---\r\n${HEAD}{"extensions":{"completeness":{"asked":2}},"hasNext":false}\r\n-----\r\n`,
    );
  });

  it('has errors as an answer in one piece has them, in the first part and in later ones', async () => {
    const errors = [
      new GraphQLError('at host db-7', { path: ['item'] }),
      new GraphQLError('Wait.', {
        extensions: { code: 'AGENCY_THROTTLED', retryAfterSeconds: 3, at: 'db-7' },
      }),
    ];
    first = { data: written({ item: null }), errors };
    const whole = JSON.parse(await text(await post('{ item { id } }')));
    first = { data: written({ item: null }), errors };
    const response = await post();
    const [, initial] = /(\{.*\})/.exec(await nextPart(response)) ?? [];
    parts.send({ incremental: [{ data: null, path: ['item'], errors }], hasNext: false });
    const [, later] = /(\{.*\})/.exec(await text(response)) ?? [];

    expect(whole.errors).toHaveLength(2);
    expect(JSON.parse(initial ?? '')).toEqual({ ...whole, hasNext: true });
    expect(JSON.parse(later ?? '').incremental[0].errors).toEqual(whole.errors);
    expect(initial + String(later)).not.toContain('db-7');
  });

  it('ends with an empty part when the iterator ends without one', async () => {
    parts[Symbol.asyncIterator] = async function* () {};
    expect(await text(await post())).toBe(`${FIRST}${HEAD}{"hasNext":false}\r\n-----\r\n`);
  });

  it('ends with a masked error when the iterator throws, and the cause is logged', async () => {
    const response = await post();
    parts.fail(new Error('at host db-7'));
    expect(await text(response)).toBe(
      `${FIRST}${HEAD}{"errors":[{"message":"Something failed on our side.",` +
        '"extensions":{"code":"INTERNAL_SERVER_ERROR","requestId":"request-1"}}],"hasNext":false}\r\n-----\r\n',
    );
    const logged = transport.log.filter((line) => line.includes('db-7'));
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] ?? '')).toMatchObject({ requestId: 'request-1', msg: 'request failed' });
  });

  it('is given up when the client goes', async () => {
    const response = await post();
    await nextPart(response);
    response.destroy();
    await parts.returned;
    expect(contexts[0]?.signal.reason).toMatchObject({ name: 'AbortError' });
    expect(parts.asked).toBe(1);
  });

  it('is made no faster than the client reads it', async () => {
    const total = 200;
    const big = Buffer.from(JSON.stringify({ text: 'x'.repeat(256 * 1024) }));
    for (let index = 1; index <= total; index += 1) {
      parts.send({ incremental: [{ data: new WrittenData(big), path: [] }], hasNext: index < total });
    }
    const socket = await postUnread();
    let asked = -1;
    while (asked !== parts.asked) {
      asked = parts.asked;
      await wait(200);
    }
    expect(asked).toBeLessThan(total / 2);

    let length = 0;
    socket.on('data', (chunk) => (length += chunk.length)).resume();
    await parts.returned;
    expect(parts.asked).toBe(total);
    while (length < total * 256 * 1024) await once(socket, 'data');
    socket.destroy();
  }, 30_000);

  it('counts as a request in flight until its last part', async () => {
    const response = await post();
    await nextPart(response);
    expect(await transport.metrics()).toContain('gateway_requests_in_flight 1');
    parts.send({ incremental: [], hasNext: false });
    await text(response);
    while (!(await transport.metrics()).includes('gateway_requests_in_flight 0')) await wait(5);
  });

  it('is brought to its end when the gateway stops, and holds its connection no longer', async () => {
    const response = await post();
    await nextPart(response);
    const stopped = transport.stop();
    await wait(50);
    parts.send({
      incremental: [{ data: new WrittenData(Buffer.from('{"price":5}')), path: ['item'] }],
      hasNext: false,
    });
    expect(await text(response)).toMatch(/"price":5.*"hasNext":false\}\r\n-----\r\n$/s);
    await stopped;
  });
});

describe('an operation with @defer', () => {
  it.each([
    'application/json',
    'application/graphql-response+json',
    '*/*',
    'multipart/mixed;incrementalSpec=v0.2,application/json',
    'application/json, multipart/mixed;deferSpec=20220824;q=0.5',
  ])('is answered in one piece to a client that accepts %s', async (accept) => {
    const response = await post(QUERY, accept);
    expect(response.headers['content-type']).not.toContain('multipart');
    expect(await text(response)).toBe('{"data":{"item":{"id":"1","price":5}}}');
    expect(contexts[0]?.acceptsParts).toBe(false);
  });
});

describe('a client that reads parts', () => {
  it('is answered in one piece when nothing is deferred', async () => {
    const response = await post('{ item { id } }');
    expect(response.headers['content-type']).toBe('application/graphql-response+json; charset=utf-8');
    expect(await text(response)).toBe('{"data":{"item":{"id":"1"}}}');
    expect(contexts[0]?.acceptsParts).toBe(true);
  });

  it('is answered with a single part when it reads nothing else', async () => {
    const response = await post('{ item { id } }', 'multipart/mixed; deferSpec=20220824');
    expect(response.statusCode).toBe(200);
    expect(response.headers['content-type']).toBe('multipart/mixed; boundary="-"; deferSpec=20220824');
    expect(await text(response)).toBe(
      `\r\n---\r\n${HEAD}{"data":{"item":{"id":"1"}},"hasNext":false}\r\n-----\r\n`,
    );
  });
});

describe('a client that reads nothing that can be sent', () => {
  it.each(['text/html', 'multipart/mixed', 'application/json;q=0'])(
    'is told so before anything is executed: %s',
    async (accept) => {
      const response = await post('mutation { buy { id } }', accept);
      expect(response.statusCode).toBe(406);
      expect(JSON.parse(await text(response)).errors[0].extensions.code).toBe('BAD_REQUEST');
      expect(contexts).toHaveLength(0);
    },
  );
});

describe('the context of a request', () => {
  it('has the headers to forward and a key of its identity', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(transport.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"query":"{ item { id } }"}',
      });
    await ask({ 'x-tenant': 'north', 'x-other': 'no' });
    await ask({ 'x-tenant': 'south', authorization: 'Bearer a' });
    await ask({ 'x-tenant': 'south', authorization: 'Bearer b' });
    expect(contexts.map(({ forwarded }) => forwarded)).toEqual([
      { 'x-tenant': 'north' },
      { 'x-tenant': 'south' },
      { 'x-tenant': 'south' },
    ]);
    expect(new Set(contexts.map(({ sharingKey }) => sharingKey)).size).toBe(3);
  });
});
