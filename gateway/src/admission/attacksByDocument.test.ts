import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getIntrospectionQuery } from 'graphql';
import { startTestIssuer, type TestIssuer } from '../identity/startTestIssuer.ts';
import { composeSubgraphs, federationLink } from '../testing/composeSubgraphs.ts';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { type Answer, startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

let library: Library;
let issuer: TestIssuer;
let open: TestGateway;
let guarded: Record<'development' | 'production', TestGateway>;
beforeAll(async () => {
  library = await startLibrary();
  issuer = await startTestIssuer();
  const { identity } = issuer;
  open = await startTestGateway(library.supergraph);
  guarded = {
    development: await startTestGateway(library.supergraph, { identity }),
    production: await startTestGateway(library.supergraph, { identity, production: true }),
  };
});
afterEach(() => library.reset());
afterAll(async () => {
  for (const gateway of [open, ...Object.values(guarded)]) await gateway.stop();
  await issuer.stop();
  await library.stop();
});

const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const received = () => [library.hub, library.books, library.films].flatMap((subgraph) => subgraph.received);
const plans = async (gateway: TestGateway) =>
  [...(await gateway.send('/metrics')).text.matchAll(/^gateway_plan_seconds_count\{.*\} (\d+)$/gm)].reduce(
    (sum, [, count]) => sum + Number(count),
    0,
  );

/** Refused before anything was planned or fetched, with a code of the table and none of the names that were sent. */
async function expectRefused(
  gateway: TestGateway,
  query: string,
  code: string,
  names: RegExp,
): Promise<Answer> {
  const before = await plans(gateway);
  const answer = await gateway.ask(query);
  expect([answer.status, answer.body.errors?.[0]?.extensions.code]).toEqual([400, code]);
  expect(answer.body).not.toHaveProperty('data');
  expect(answer.text).not.toMatch(names);
  expect(await plans(gateway)).toBe(before);
  expect(received()).toEqual([]);
  return answer;
}

describe('a round trip over a field that two subgraphs share', () => {
  const url = 'http://127.0.0.1:1/graphql';
  const typeDefs = `${federationLink}
    type Query { motto: String @shareable  me: Person @shareable }
    type Person @key(fields: "id") { id: ID!  name: String @shareable  friend: Person @shareable }`;
  const round = (levels: number) => `{ me { ${'friend { '.repeat(levels - 2)} name ${'} '.repeat(levels)}`;

  it('is refused by its depth, and where it is not as deep, harms nobody else', async () => {
    const gateway = await startTestGateway(
      composeSubgraphs(['one', 'two'].map((name) => ({ name, url, typeDefs }))),
      { planning: { timeoutMs: 200, maxThreads: 1 } },
    );
    try {
      for (const levels of [16, 17, 100, 300]) {
        await expectRefused(gateway, round(levels), 'QUERY_TOO_COMPLEX', /friend/);
      }
      const [bomb, bystander] = await Promise.all([gateway.ask(round(15)), gateway.ask('{ __typename }')]);
      expect(bystander.body.data).toEqual({ __typename: 'Query' });
      // Planned or given up: either way within the time of a plan, and the subgraphs do not exist.
      expect([200, 400]).toContain(bomb.status);
    } finally {
      await gateway.stop();
    }
  });
});

describe('fragments', () => {
  it.each([10, 20, 30])('that double %i times are refused without being written out', async (levels) => {
    const fragments = times(levels, (i) => `fragment F${i} on Item { note ...F${i + 1} ...F${i + 1} }`);
    await expectRefused(
      open,
      `{ items { ...F0 } } ${fragments} fragment F${levels} on Item { id note }`,
      'QUERY_TOO_COMPLEX',
      /F\d|note|Item/,
    );
  });

  it.each([
    '{ items { ...Round } } fragment Round on Item { id ...Round }',
    '{ items { ...Round } } fragment Round on Item { ...Trip } fragment Trip on Item { ...Round }',
  ])('that contain themselves are refused: %s', async (query) => {
    await expectRefused(open, query, 'GRAPHQL_VALIDATION_FAILED', /Round|Trip/);
  });
});

describe('too many', () => {
  it.each([
    ['aliases', `{ items { ${times(31, (i) => `alpha${i}: id`)} } }`],
    [
      'aliases of fragments',
      `{ items { ...F ...F } } fragment F on Item { ${times(16, (i) => `alpha${i}: id`)} }`,
    ],
    ['fields at the root', `{ ${times(21, () => 'motto')} }`],
    ['fields at the root by a fragment', `{ ...F ...F } fragment F on Query { ${times(11, () => 'motto')} }`],
    ['directives', `{ motto ${times(51, () => '@alpha')} }`],
    ['conditions', `{ motto ${times(51, () => '@include(if: true)')} }`],
    ['repeated fields', `{ items { ${times(102, () => 'id')} } }`],
    ['repeated objects', `{ items { ${times(102, () => 'alpha: id')} } }`],
    ['fields for the parser', `{ items { ${times(5_000, () => 'id')} } }`],
    ['variables for the parser', `query (${times(600, (i) => `$alpha${i}: Int`)}) { motto }`],
    ['aliased objects for the parser', `{ ${times(1_000, (i) => `alpha${i}: items { id }`)} }`],
  ])('%s are refused before validation', async (_what, query) => {
    await expectRefused(open, query, 'QUERY_TOO_COMPLEX', /alpha|motto|include/);
  });

  it.each([
    ['aliases', `{ items { ${times(30, (i) => `alpha${i}: id`)} } }`],
    ['fields at the root', `{ ${times(20, () => 'motto')} }`],
    [
      'directives',
      `{ motto ${times(1, () => '@include(if: true)')} items { id ${times(1, () => '@skip(if: false)')} } }`,
    ],
  ])('%s are not too many at the limit', async (_what, query) => {
    expect((await open.ask(query)).body.errors).toBeUndefined();
  });
});

describe('introspection', () => {
  const questions = [
    getIntrospectionQuery(),
    '{ __type(name: "Book") { fields { name } } }',
    '{ motto ...F } fragment F on Query { alias: __schema { types { name } } }',
    'mutation M { __typename } query Q { ... on Query { __type(name: "Book") { name } } }',
  ];
  const asCaller = async (mode: keyof typeof guarded, query: string, claims: object) =>
    guarded[mode].send('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await issuer.token({ ...claims })}`,
      },
      body: JSON.stringify({ query, ...(query.includes('query Q') ? { operationName: 'Q' } : {}) }),
    });
  const service = { role: 'REPRESENTATIVE' };

  it.each(['development', 'production'] as const)(
    'is closed to citizens in %s, whatever scope they have',
    async (mode) => {
      for (const query of questions) {
        for (const claims of [{}, { scope: 'introspect' }]) {
          const { status, body, text } = await asCaller(mode, query, claims);
          expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED']);
          expect(text).not.toMatch(/Book|types|__/);
        }
      }
      expect((await asCaller(mode, '{ __typename motto }', {})).body.data).toEqual({
        __typename: 'Query',
        motto: 'read',
      });
    },
  );

  it('is open to others in development, and in production with the scope for it', async () => {
    for (const query of questions) {
      expect((await asCaller('development', query, service)).body.errors).toBeUndefined();
      expect((await asCaller('production', query, service)).status).toBe(400);
      const scoped = await asCaller('production', query, { ...service, scope: 'introspect' });
      expect(scoped.body.errors).toBeUndefined();
    }
    expect((await open.ask(getIntrospectionQuery())).body.data.__schema.types.length).toBeGreaterThan(5);
  });
});

describe('what belongs to federation', () => {
  it.each([
    '{ _service { sdl } }',
    '{ _entities(representations: [{ __typename: "Book", ref: "b1" }]) { __typename } }',
  ])('cannot be asked: %s', async (query) => {
    await expectRefused(open, query, 'GRAPHQL_VALIDATION_FAILED', /type Query|ref:/);
  });
});

describe('a name that is nearly right', () => {
  it.each([
    ['a field', '{ mott }', {}],
    ['an argument', '{ shout(tex: "a", text: "b") }', {}],
    ['a type', '{ items { ... on Boo { id } } }', {}],
    ['an enum value', 'query ($c: Cove) { motto }', {}],
    ['a directive', '{ motto @includ(if: true) }', {}],
    ['a fragment', '{ items { ...Foo } } fragment Fo on Item { id }', {}],
    ['a variable of the wrong type', 'query ($t: String!) { shout(text: $t) }', { t: { a: 1 } }],
  ])('is not corrected: %s', async (_what, query, variables) => {
    const { status, text } = await open.ask(query, { variables });
    expect(status).toBe(400);
    expect(text).not.toMatch(/Did you mean/i);
    expect(received()).toEqual([]);
  });
});
