import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { composeSubgraphs, federationLink } from '../testing/composeSubgraphs.ts';
import { startSubgraph } from '../testing/startSubgraph.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';
import { tangledQuery, tangledSupergraph } from '../testing/tangledSupergraph.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

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
