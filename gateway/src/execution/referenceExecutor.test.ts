import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { composeSubgraphs, federationLink } from '../testing/composeSubgraphs.ts';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startSubgraph } from '../testing/startSubgraph.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';
import { tangledQuery, tangledSupergraph } from '../testing/tangledSupergraph.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

/** Waits until a question is answered as hoped; gives up after 20 s. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const deadline = performance.now() + 20_000;
  while (!(await isSo())) {
    if (performance.now() > deadline) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('a new supergraph', () => {
  let library: Library;
  let gateway: TestGateway;

  beforeAll(async () => {
    library = await startLibrary();
    gateway = await startTestGateway(library.supergraph, { executor: 'reference', subgraphTimeoutMs: 5_000 });
  });
  afterEach(() => library.reset());
  afterAll(async () => {
    await gateway.stop();
    await library.stop();
  });

  const subgraphs = () => [library.hub, library.books, library.films];
  const knows = async (field: string) =>
    !(await gateway.ask(`{ ${field} }`)).text.includes('GRAPHQL_VALIDATION_FAILED');

  it('is served without a restart, while requests in flight finish on the one they began with', async () => {
    library.hub.spoil((_request, _response, serve) => setTimeout(serve, 200));
    const inFlight = gateway.ask('{ items { title } }');
    await until(async () => library.hub.received.length > 0);
    // Without films: nothing in flight could be finished on it.
    const { hub, books } = library;
    const typeDefs = hub.typeDefs
      .replace(/type Film[^}]*\}/, '')
      .replace('motto: String', 'motto: String  extra: String');
    gateway.writeSupergraph(composeSubgraphs([{ ...hub, typeDefs }, books]));
    await until(() => knows('extra'));
    expect(await knows('films { id }')).toBe(false);
    expect((await inFlight).body.data.items).toHaveLength(4);
    expect((await inFlight).body.errors).toBeUndefined();
  });

  it('that is no good changes nothing and is reported once', async () => {
    gateway.writeSupergraph(composeSubgraphs(subgraphs(), { hub: 'extend type Query { second: String }' }));
    await until(() => knows('second'));
    for (const bad of ['type Query { a: Int }', 'not GraphQL {', '']) {
      gateway.log.length = 0;
      gateway.writeSupergraph(bad);
      await until(async () => gateway.log.some((line) => line.includes('the last good one stays')));
      expect(await knows('second')).toBe(true);
      expect((await gateway.send('/health/ready')).status).toBe(200);
    }
    gateway.writeSupergraph(composeSubgraphs(subgraphs(), { hub: 'extend type Query { third: String }' }));
    await until(() => knows('third'));
    expect((await gateway.send('/metrics')).text).toContain(
      'gateway_supergraph_loads_total{result="rejected"} 3',
    );
  });

  it('that cannot be served at the start is refused with the reason', async () => {
    await expect(startTestGateway('type Query { a: Int }')).rejects.toThrow('Federation 2');
    const noUrl = composeSubgraphs([{ ...library.hub, url: '' }, library.books, library.films]);
    await expect(startTestGateway(noUrl)).rejects.toThrow('SUBGRAPH_URLS=hub=<url>');
  });
});

it('keeps 0, false and the empty string of fields that the planner had to rename', async () => {
  // Nullable here and not there: one fetch cannot ask for both under one name.
  const left = await startSubgraph(
    'left',
    `${federationLink}
    type Query { things: [Thing] }
    interface Thing { id: ID!  count: Int  isOpen: Boolean  label: String }
    type One implements Thing @key(fields: "id") { id: ID!  count: Int! @shareable  isOpen: Boolean! @shareable  label: String! @shareable }
    type Two implements Thing @key(fields: "id") { id: ID!  count: Int @shareable  isOpen: Boolean @shareable  label: String @shareable }`,
    {
      Query: {
        things: () =>
          ['One', 'Two'].map((name) => ({ __typename: name, id: name, count: 0, isOpen: false, label: '' })),
      },
    },
  );
  const right = await startSubgraph(
    'right',
    `${federationLink}
    type One @key(fields: "id") { id: ID!  count: Int @shareable  isOpen: Boolean @shareable  label: String @shareable }`,
    {},
  );
  const gateway = await startTestGateway(composeSubgraphs([left, right]), { executor: 'reference' });
  const fields = 'count isOpen label';
  const { body } = await gateway.ask(`{ things { ... on One { ${fields} } ... on Two { ${fields} } } }`);
  await Promise.all([gateway.stop(), left.stop(), right.stop()]);
  expect(left.received[0]?.query).toContain('__alias_');
  expect(body.errors).toBeUndefined();
  expect(body.data.things).toEqual([
    { count: 0, isOpen: false, label: '' },
    { count: 0, isOpen: false, label: '' },
  ]);
});

describe('a query that is small and endless to plan', () => {
  let gateway: TestGateway;
  const stops: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    const types = (query: string) => `${federationLink}
      type Query { ${query} }
      type P @key(fields: "id") { id: ID!  name: String @shareable  friend: P @shareable }
      interface I { next: I  id: ID }
      ${['A', 'B', 'C', 'D'].map((name) => `type ${name} implements I { next: I @shareable  id: ID @shareable }`).join('\n')}`;
    const left = await startSubgraph('left', types('me: P  node: I'), { Query: { me: () => null } });
    const right = await startSubgraph('right', types('other: Int'), {});
    gateway = await startTestGateway(composeSubgraphs([left, right]), { executor: 'reference' });
    stops.push(gateway.stop, left.stop, right.stop);
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
  });

  const nested = (field: string, levels: number) =>
    `${`{ ${field} `.repeat(levels)}{ id }${' }'.repeat(levels)}`;
  const doubling = Array.from(
    { length: 14 },
    (_, k) => `fragment F${k} on P { a: friend { ...F${k + 1} } b: friend { ...F${k + 1} } }`,
  );

  it.each([
    ['round a shareable field', `{ me ${nested('friend', 16)} }`],
    ['down an interface', `{ node ${nested('next', 9)} }`],
    ['deeper than 20 levels', `{ me ${nested('friend', 600)} }`],
    ['by fragments that double', `{ me { ...F0 } } ${doubling.join(' ')} fragment F14 on P { id }`],
  ])('%s is refused at once', async (_what, query) => {
    const startedAt = performance.now();
    const { status, body } = await gateway.ask(query);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([
      { extensions: { code: 'QUERY_TOO_COMPLEX', requestId: expect.any(String) } },
    ]);
  });

  it('harms nothing: a smaller one is answered', async () => {
    expect((await gateway.ask('{ me { friend { friend { name } } } }')).body.data).toEqual({ me: null });
  });
});

it('answers others while somebody has a plan made that never ends', async () => {
  const gateway = await startTestGateway(tangledSupergraph(), {
    executor: 'reference',
    planning: { timeoutMs: 1_500, maxThreads: 1 },
  });
  await gateway.ask('{ motto }');
  const endless = gateway.ask(tangledQuery(5));
  const waits: number[] = [];
  for (let index = 0; index < 10; index += 1) {
    const startedAt = performance.now();
    expect((await gateway.ask('{ motto }')).status).toBe(200);
    waits.push(performance.now() - startedAt);
  }
  expect(Math.max(...waits)).toBeLessThan(1_000);
  const { status, body } = await endless;
  expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  await gateway.stop();
});
