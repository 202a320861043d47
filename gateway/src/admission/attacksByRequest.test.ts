import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { composeSubgraphs } from '../testing/composeSubgraphs.ts';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startSubgraph, type TestSubgraph } from '../testing/startSubgraph.ts';
import { type Answer, startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

const MEBIBYTE = 1024 * 1024;

let library: Library;
let echo: TestSubgraph;
let gateway: TestGateway;
let echoing: TestGateway;
beforeAll(async () => {
  library = await startLibrary();
  gateway = await startTestGateway(library.supergraph, { production: true });
  echo = await startSubgraph(
    'echo',
    'type Query { int(of: Int): Int  float(of: Float): Float  ids(of: [ID!]): [ID]  deep(of: Deep): Int }  input Deep { of: Deep  n: Int }',
    { Query: { int: (_: unknown, { of }: { of: number }) => of, deep: () => 1 } },
  );
  echoing = await startTestGateway(composeSubgraphs([echo]), { production: true });
});
afterEach(() => {
  library.reset();
  echo.received.length = 0;
  expect(Object.getOwnPropertyNames(Object.prototype).sort()).toEqual(OBJECT_PROTOTYPE);
});
afterAll(async () => {
  await gateway.stop();
  await echoing.stop();
  await echo.stop();
  await library.stop();
});
const OBJECT_PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).sort();

const received = () =>
  [library.hub, library.books, library.films, echo].flatMap((subgraph) => subgraph.received);
const post = (
  to: TestGateway,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  to.send('/graphql', { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
const encoded = encodeURIComponent;

describe('a batch', () => {
  it.each([
    '[{"query":"{ motto }"}]',
    '[{"query":"{ motto }"},{"query":"{ motto }"}]',
    '[]',
    '[[{"query":"{ motto }"}]]',
  ])('is refused whole: %s', async (body) => {
    const answer = await post(gateway, body);
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_REQUEST']);
    expect(received()).toEqual([]);
  });
});

describe('a number that is none', () => {
  const asVariable = (type: string, field: string, json: string) =>
    `{"query":"query ($n: ${type}) { ${field}(of: $n) }","variables":{"n":${json}}}`;
  const asLiteral = (field: string, literal: string) =>
    JSON.stringify({ query: `{ ${field}(of: ${literal}) }` });

  it.each([
    ['1e20 for an Int', asVariable('Int', 'int', '1e20')],
    ['1e309 for an Int', asVariable('Int', 'int', '1e309')],
    ['1e309 for a Float', asVariable('Float', 'float', '1e309')],
    ['"1e400" for a Float', asVariable('Float', 'float', '"1e400"')],
    ['"1e400" for an Int', asVariable('Int', 'int', '"1e400"')],
    ['NaN as JSON has none', asVariable('Int', 'int', 'NaN')],
    ['2147483648', asVariable('Int', 'int', '2147483648')],
    ['1e20 as a literal', asLiteral('int', '1e20')],
    ['1e309 as a literal', asLiteral('float', '1e309')],
    ['NaN as a literal', asLiteral('int', 'NaN')],
    ['an object for a list of ids', asVariable('[ID!]', 'ids', '{"a":1}')],
  ])('is refused: %s', async (_what, body) => {
    const answer = await post(echoing, body);
    expect(answer.status).toBe(400);
    expect(answer.body).not.toHaveProperty('data');
    expect(received()).toEqual([]);
  });

  it('differs from one that is', async () => {
    expect((await post(echoing, asVariable('Int', 'int', '2147483647'))).body.data).toEqual({
      int: 2_147_483_647,
    });
  });
});

describe('variables that are nested', () => {
  const nested = (levels: number) =>
    `{"query":"query ($d: Deep) { deep(of: $d) }","variables":{"d":${'{"of":'.repeat(levels)}{"n":1}${'}'.repeat(levels)}}}`;

  it.each([31, 40, 20_000])('%i levels deep are refused', async (levels) => {
    const answer = await post(echoing, nested(levels));
    expect([answer.status, answer.body.errors?.[0]?.message]).toEqual([
      400,
      expect.stringContaining('32 levels'),
    ]);
    expect(received()).toEqual([]);
  });

  it('no deeper than the limit are not', async () => {
    expect((await post(echoing, nested(20))).body.data).toEqual({ deep: 1 });
  });
});

describe('a name that every object has', () => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '__defineGetter__'];

  it.each(names)('may be an alias, and is one key among others: %s', async (name) => {
    const { text } = await gateway.ask(`{ ${name}: motto items { ${name}: note } }`);
    const note = (value: string) => `{"${name}":"${value}"}`;
    const notes = ['a film', '100 pages', 'a film', '0 pages'].map(note).join(',');
    expect(text).toContain(`{"data":{"${name}":"read","items":[${notes}]}`);
    expect(text).not.toContain('errors');
  });

  it.each(names)('may be a variable: %s', async (name) => {
    const query = `query ($${name}: String!) { shout(text: $${name}) }`;
    const answer = await post(gateway, `{"query":${JSON.stringify(query)},"variables":{"${name}":"a"}}`);
    // A body with `__proto__` in it is none at all.
    if (name === '__proto__') expect(answer.status).toBe(400);
    else expect(answer.body.data).toEqual({ shout: 'A' });
    expect((await gateway.ask(query)).body.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each([
    '{"query":"{ motto }","variables":{"a":{"__proto__":{"polluted":1}}}}',
    '{"query":"{ motto }","constructor":{"prototype":{"polluted":1}}}',
  ])('is refused in a body: %s', async (body) => {
    expect((await post(gateway, body)).status).toBe(400);
    expect(received()).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'does nothing in the answer of a subgraph: %s',
    async (name) => {
      library.books.spoil((_request, response) => {
        const book = `{"__typename":"Book","title":"t","${name}":{"polluted":1}}`;
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(
            `{"data":{"books":[${book}],"${name}":{"polluted":1}},"extensions":{"${name}":{"polluted":1}}}`,
          );
      });
      const { body, text } = await gateway.ask('{ books { title } }');
      expect(text).not.toContain('polluted');
      expect(body.data?.books ?? null).toEqual(body.errors === undefined ? [{ title: 't' }] : null);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    },
  );
});

describe('a request that a page of another site could send', () => {
  const query = `/graphql?query=${encoded('{ motto }')}`;
  const page = {
    origin: 'https://evil.example',
    'sec-fetch-site': 'cross-site',
    'sec-fetch-mode': 'no-cors',
  };
  const form = { method: 'POST', body: 'query=%7Bmotto%7D' };

  it.each([
    [
      'a form',
      '/graphql',
      { ...form, headers: { ...page, 'content-type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    [
      'plain text',
      '/graphql',
      { method: 'POST', body: '{"query":"{ motto }"}', headers: { ...page, 'content-type': 'text/plain' } },
      415,
    ],
    [
      'a form with a file',
      '/graphql',
      {
        method: 'POST',
        body: '--x',
        headers: { ...page, 'content-type': 'multipart/form-data; boundary=x' },
      },
      415,
    ],
    [
      'JSON that calls itself text',
      '/graphql',
      {
        method: 'POST',
        body: '{"query":"{ motto }"}',
        headers: { ...page, 'content-type': 'text/plain;application/json' },
      },
      415,
    ],
    ['an image', query, { headers: { ...page, accept: 'image/*,*/*' } }, 403],
    ['a script', query, { headers: { ...page, accept: '*/*' } }, 403],
    [
      'a link',
      query,
      { headers: { ...page, accept: 'application/json', 'sec-fetch-mode': 'navigate' } },
      403,
    ],
    [
      'an odd content type',
      query,
      { headers: { ...page, 'content-type': 'application/jso; x=application/json' } },
      403,
    ],
    [
      'an old browser',
      query,
      { headers: { origin: 'https://evil.example', accept: 'application/json' } },
      403,
    ],
  ])('is refused before anything is asked: %s', async (_what, path, init, status) => {
    const answer = await gateway.send(path, init as RequestInit);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(received()).toEqual([]);
  });
});

describe('a mutation', () => {
  it('is not run by GET, however it is dressed up', async () => {
    const mutation = 'mutation M { rename(ref: "b1", title: "x") { title } }';
    for (const search of [
      `query=${encoded(mutation)}`,
      `query=${encoded(`query Q { motto } ${mutation}`)}&operationName=M`,
    ]) {
      const answer = await gateway.send(`/graphql?${search}`, { headers: { accept: 'application/json' } });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    }
    expect(received()).toEqual([]);
  });
});

describe('a body that is larger than it looks', () => {
  const large = JSON.stringify({ query: `{ motto } #${'x'.repeat(100 * MEBIBYTE)}` });
  const small = JSON.stringify({ query: '{ motto }' });

  it.each([
    ['gzip', gzipSync(large)],
    ['gzip, gzip', gzipSync(gzipSync(large))],
    ['br', brotliCompressSync(large, { params: { [constants.BROTLI_PARAM_QUALITY]: 1 } })],
    ['deflate', gzipSync(small)],
    ['identity, gzip', gzipSync(small)],
    ['identity', Buffer.from(small)],
  ])('is refused unread: content-encoding %s', async (encoding, body) => {
    const before = process.memoryUsage.rss();
    const answer = await post(gateway, new Uint8Array(body), { 'content-encoding': encoding });
    expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([415, 'BAD_REQUEST']);
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * MEBIBYTE);
    expect(received()).toEqual([]);
  });

  it('of exactly 256 KiB is read, and one byte more is not', async () => {
    const sized = (bytes: number) => `${small}${' '.repeat(bytes - small.length)}`;
    expect((await post(gateway, sized(256 * 1024))).status).toBe(200);
    expect((await post(gateway, sized(256 * 1024 + 1))).status).toBe(413);
  });
});
