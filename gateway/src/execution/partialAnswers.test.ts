import { createServer } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';
import { CANARY, subgraphFaults } from '../testing/subgraphFaults.ts';
import { executorNames } from './executorName.ts';

// A body of 9 MB takes its time on a machine that has other things to do, and so does waiting for one that never ends.
jest.setTimeout(30_000);

const ALL = '{ items { title note ... on Book { pages } ... on Film { minutes } } motto }';
const WHOLE = {
  items: [
    { title: 'Film f1', note: 'a film', minutes: 90 },
    { title: 'Book b1', note: '100 pages', pages: 100 },
    { title: 'Film f2', note: 'a film', minutes: 90 },
    { title: 'Book b2', note: '0 pages', pages: 0 },
  ],
  motto: 'read',
};
/** What is left when `books` says nothing: its own fields are null, and what needs them goes on without. */
const WITHOUT_BOOKS = {
  items: [
    { title: 'Film f1', note: 'a film', minutes: 90 },
    { title: null, note: 'length unknown', pages: null },
    { title: 'Film f2', note: 'a film', minutes: 90 },
    { title: null, note: 'length unknown', pages: null },
  ],
  motto: 'read',
};

describe.each(executorNames)('the executor %s', (executor) => {
  let library: Library;
  let gateway: TestGateway;

  beforeAll(async () => {
    library = await startLibrary();
    gateway = await startTestGateway(library.supergraph, { executor, subgraphTimeoutMs: 2_500 });
  });
  afterEach(() => library.reset());
  afterAll(async () => {
    await gateway.stop();
    await library.stop();
  });

  describe('a whole answer', () => {
    it('has no errors and says that everybody answered', async () => {
      const { status, body } = await gateway.ask(ALL);
      expect(status).toBe(200);
      expect(body).toEqual({
        data: WHOLE,
        extensions: { completeness: { asked: 2, answered: 2, missing: [] } },
      });
    });

    it('asks each subgraph once for all entities of a kind', async () => {
      await gateway.ask('{ items { title } }');
      expect(library.books.received.map(({ variables }) => variables.representations)).toEqual([
        [
          { __typename: 'Book', ref: 'b1' },
          { __typename: 'Book', ref: 'b2' },
        ],
      ]);
      expect(library.films.received).toHaveLength(1);
    });

    it('says nothing of completeness when no agency was asked', async () => {
      const { body } = await gateway.ask('{ motto }');
      expect(body).toEqual({ data: { motto: 'read' } });
    });

    it('shows an entity that its subgraph does not know as null, without an error', async () => {
      const { body } = await gateway.ask('{ item(ref: "b0") { id title } }');
      expect(body).toEqual({
        data: { item: null },
        extensions: { completeness: { asked: 2, answered: 2, missing: [] } },
      });
    });
  });

  describe('a subgraph that fails', () => {
    it.each(subgraphFaults)('because it %s: takes away its own branch only', async (_what, answer, code) => {
      library.books.spoil(answer);
      const { status, text, body } = await gateway.ask(ALL);
      expect(status).toBe(200);
      expect(body.data).toEqual(WITHOUT_BOOKS);
      expect(body.extensions).toEqual({ completeness: { asked: 2, answered: 1, missing: ['books'] } });
      expect(body.errors?.length).toBeGreaterThan(0);
      for (const error of body.errors ?? []) {
        expect(error.extensions.code).toBe(code);
        expect(error.message).toMatch(/^books /);
        expect(Object.keys(error.extensions).sort()).toEqual(['code', 'requestId']);
      }
      expect(text).not.toMatch(/127\.0\.0\.1|ORA-|serviceName|stack/);
      expect(text + gateway.log.join('')).not.toContain(CANARY);
    });

    it('has an error at each thing that is missing, and at nothing else', async () => {
      library.books.spoil((_request, response) => response.destroy());
      const { body } = await gateway.ask('{ items { title note } books { id } }');
      expect(body.errors?.map(({ path }) => path?.join('.')).sort()).toEqual(['books', 'items.1', 'items.3']);
    });

    it('because nothing listens there: is AGENCY_UNAVAILABLE', async () => {
      const port = await freePort();
      const alone = await startTestGateway(library.supergraph, {
        executor,
        subgraphUrls: new Map([['books', `http://127.0.0.1:${port}/graphql`]]),
      });
      const { text, body } = await alone.ask(ALL);
      await alone.stop();
      expect(body.data).toEqual(WITHOUT_BOOKS);
      expect(body.errors?.[0]?.extensions.code).toBe('AGENCY_UNAVAILABLE');
      expect(text).not.toContain(String(port));
    });

    it('by a redirect is refused, and nobody follows it', async () => {
      const films = library.films.received.length;
      for (const status of [301, 302, 307, 308]) {
        library.books.spoil((_request, response) =>
          response.writeHead(status, { location: library.films.url }).end(),
        );
        const { body } = await gateway.ask('{ books { id } }');
        expect(body.data).toEqual({ books: null });
        expect(body.errors?.[0]?.extensions.code).toBe('AGENCY_BAD_RESPONSE');
      }
      expect(library.films.received).toHaveLength(films);
    });

    it.each([
      ['7', 7],
      ['soon', undefined],
      ['99999999', 3_600],
    ])('by throttling with Retry-After %s passes on the wait', async (header, seconds) => {
      library.books.spoil((_request, response) => response.writeHead(429, { 'retry-after': header }).end());
      const { body } = await gateway.ask('{ books { id } }');
      expect(body.errors).toMatchObject([
        { message: 'books refuses more requests for now.', path: ['books'] },
      ]);
      expect(body.errors?.[0]?.extensions.code).toBe('AGENCY_THROTTLED');
      expect(body.errors?.[0]?.extensions.retryAfterSeconds).toBe(seconds);
    });

    it('and is the platform itself is an error but does not count as a missing agency', async () => {
      library.hub.spoil((_request, response) => response.destroy());
      const { body } = await gateway.ask('{ motto books { title } }');
      expect(body.data).toEqual({ motto: null, books: [{ title: 'Book b1' }, { title: 'Book b2' }] });
      expect(body.errors).toMatchObject([{ path: ['motto'], extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
      expect(body.extensions).toEqual({ completeness: { asked: 1, answered: 1, missing: [] } });
    });

    it('answers properly again as soon as it has recovered', async () => {
      library.books.spoil((_request, response) => response.destroy());
      await gateway.ask(ALL);
      library.books.heal();
      expect((await gateway.ask(ALL)).body.data).toEqual(WHOLE);
    });
  });

  describe("a subgraph's own errors", () => {
    const answerWith = (errors: object[]) =>
      library.books.spoil((_request, response) =>
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ data: { _entities: [{ __typename: 'Book', title: 'B1' }, null] }, errors })),
      );

    it('pass with a code of the table, at the place in the answer where they belong', async () => {
      answerWith([
        {
          message: 'say why you ask',
          path: ['_entities', 1, 'title'],
          extensions: { code: 'PURPOSE_REQUIRED', stacktrace: [CANARY], serviceName: 'x' },
        },
      ]);
      const { body } = await gateway.ask('{ items { title } }');
      expect(body.data.items[1]).toEqual({ title: 'B1' });
      expect(body.errors).toEqual([
        {
          message: 'say why you ask',
          path: ['items', 3, 'title'],
          extensions: { code: 'PURPOSE_REQUIRED', requestId: expect.any(String) },
        },
      ]);
      expect(body.extensions).toEqual({ completeness: { asked: 2, answered: 2, missing: [] } });
    });

    it('that blame the agency count it as missing', async () => {
      answerWith([
        { message: 'the system is down', path: ['_entities', 0], extensions: { code: 'AGENCY_TIMEOUT' } },
      ]);
      const { body } = await gateway.ask('{ items { title } }');
      expect(body.errors).toMatchObject([{ message: 'the system is down', path: ['items', 1] }]);
      expect(body.extensions).toEqual({ completeness: { asked: 2, answered: 1, missing: ['books'] } });
    });

    it('at a field that the client did not ask for end at the place it knows', async () => {
      answerWith([
        { message: 'm', path: ['_entities', 0, 'hiddenKey'], extensions: { code: 'AGENCY_TIMEOUT' } },
      ]);
      const { text, body } = await gateway.ask('{ items { title } }');
      expect(body.errors).toMatchObject([{ path: ['items', 1] }]);
      expect(text).not.toContain('hiddenKey');
    });

    it.each([['SQL_ERROR'], [undefined], ['INTERNAL_SERVER_ERROR'], ['__proto__']])(
      'with code %s are masked, here and in the log',
      async (code) => {
        answerWith([
          { message: `SELECT ${CANARY}`, path: ['_entities', 0], extensions: { code, sql: CANARY } },
        ]);
        const { text, body, headers } = await gateway.ask('{ items { title } }');
        expect(body.errors).toEqual([
          {
            message: 'Something failed on our side.',
            path: ['items', 1],
            extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: headers.get('x-request-id') },
          },
        ]);
        expect(text + gateway.log.join('')).not.toContain(CANARY);
      },
    );
  });

  describe('an answer that is off its contract', () => {
    it.each([
      ['an object for a list', { authors: {} }, { authors: null }, ['books', 0, 'authors']],
      ['a list for an object', { authors: [[]] }, { authors: null }, ['books', 0, 'authors', 0]],
      ['a text for a number', { pages: 'many' }, { pages: null }, ['books', 0, 'pages']],
      ['an unknown enum value', { cover: 'VELVET' }, { cover: null }, ['books', 0, 'cover']],
      ['a field left out', { title: undefined }, { title: null }, ['books', 0, 'title']],
    ])('with %s loses that value only, and says so', async (_what, wrong, seen, path) => {
      const good = { title: 'B', pages: 1, cover: 'SOFT', authors: [{ name: 'Ann' }] };
      library.books.spoil((_request, response) =>
        response
          .setHeader('content-type', 'application/json')
          .end(JSON.stringify({ data: { books: [{ ...good, ...wrong }, good] } })),
      );
      const { body } = await gateway.ask('{ books { title pages cover authors { name } } motto }');
      expect(body.data).toEqual({ books: [{ ...good, ...seen }, good], motto: 'read' });
      // Apollo's executor cannot name a position inside of what is null.
      const at = executor === 'reference' ? path.slice(0, 3) : path;
      expect(body.errors).toMatchObject([{ path: at, extensions: { code: 'AGENCY_SCHEMA_DRIFT' } }]);
      expect(body.extensions).toEqual({ completeness: { asked: 1, answered: 0, missing: ['books'] } });
    });

    it('cannot reach the prototype of anything', async () => {
      library.books.spoil((_request, response) =>
        response
          .setHeader('content-type', 'application/json')
          .end(
            '{"data":{"books":[{"title":"B","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}}',
          ),
      );
      const { body } = await gateway.ask('{ books { title __proto__: title constructor: title } }');
      if (executor === 'reference') expect(body.errors?.[0]?.extensions.code).toBe('AGENCY_SCHEMA_DRIFT');
      else
        expect(Object.entries(body.data.books[0])).toEqual(
          ['title', '__proto__', 'constructor'].map((key) => [key, 'B']),
        );
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    });
  });

  it('does not abandon a fetch for the others when one client goes', async () => {
    library.books.spoil((_request, _response, serve) => setTimeout(serve, 100));
    const leaving = new AbortController();
    const left = fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ books { title } }' }),
      signal: leaving.signal,
    }).catch((error: Error) => error.name);
    const stays = gateway.ask('{ books { title } }');
    setTimeout(() => leaving.abort(), 50);
    expect(await left).toBe('AbortError');
    expect((await stays).body.data.books).toHaveLength(2);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : 0;
}
