import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import { composeSubgraphs, federationLink } from '../testing/composeSubgraphs.ts';
import { type InProcessGraph, startInProcessGraph } from '../testing/startInProcessGraph.ts';

jest.setTimeout(240_000);

const REQUESTS = 100_000;
/** By then everything is compiled, and the caches hold what they ever will. */
const WARMED_UP = 20_000;
const AT_A_TIME = 20;
const RELOAD_EVERY_MS = 1_000;
/** With fewer, generations that are kept would not be seen. */
const MIN_RELOADS = 8;
/** An old generation is let go after 5 s. */
const RETIRED_MS = 6_000;

/**
 * Bytes by which the heap may grow: what V8 still compiles, and how it cuts its pages; 1 MiB was measured. It is less than
 * a tenth of the heap, and nothing hides in it: 40 bytes kept of each request are more, and so are five generations.
 */
const ALLOWANCE = 3 * 1024 * 1024;

/** Makes a supergraph large, so that one that is kept is seen: half a megabyte of what nobody has to plan with. */
const description = 'All that there is. '.repeat(25_000);

const shopTypes = `${federationLink}
"${description}"
type Query { book(id: ID!): Book  books: [Book]  motto: String  served0: String }
type Book @key(fields: "id") { id: ID!  title(upper: Boolean = false): String }`;

const stockTypes = `${federationLink}
type Book @key(fields: "id") { id: ID!  copies: Int  shelf(floor: Int!): String }`;

const title = (id: string) => `Title ${id}`;

/** Operations of several kinds, with what they must be answered. `n` is 0…49. */
const operations: readonly ((n: number) => {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly data: unknown;
})[] = [
  () => ({ query: '{ motto }', data: { motto: 'read' } }),
  (n) => ({
    query: 'query One($id: ID!) { book(id: $id) { title copies } }',
    variables: { id: `b${n}` },
    data: { book: { title: title(`b${n}`), copies: 3 } },
  }),
  (n) => ({
    query:
      'query Two($a: ID!, $floor: Int!) { first: book(id: $a) { name: title(upper: true) shelf(floor: $floor) } again: motto }',
    variables: { a: `b${n}`, floor: n },
    data: { first: { name: title(`b${n}`).toUpperCase(), shelf: `floor ${n}` }, again: 'read' },
  }),
  () => ({
    query: '{ books { id copies ...Named } } fragment Named on Book { title }',
    data: { books: ['b1', 'b2', 'b3'].map((id) => ({ id, copies: 3, title: title(id) })) },
  }),
  (n) => ({
    query: 'query Some($with: Boolean!) { books { title copies @include(if: $with) } }',
    variables: { with: n % 2 === 0 },
    data: {
      books: ['b1', 'b2', 'b3'].map((id) => ({ title: title(id), ...(n % 2 === 0 ? { copies: 3 } : {}) })),
    },
  }),
];

async function startBooks(): Promise<{ graph: InProcessGraph; supergraphSdl: string }> {
  const shop = buildSubgraphSchema({
    typeDefs: parse(shopTypes),
    resolvers: {
      Query: {
        book: (_: unknown, { id }: { id: string }) => ({ id }),
        books: () => ['b1', 'b2', 'b3'].map((id) => ({ id })),
        motto: () => 'read',
      },
      Book: {
        title: ({ id }: { id: string }, { upper }: { upper: boolean }) =>
          upper ? title(id).toUpperCase() : title(id),
      },
    },
  });
  const stock = buildSubgraphSchema({
    typeDefs: parse(stockTypes),
    resolvers: {
      Book: {
        __resolveReference: ({ id }: { id: string }) => ({ id, copies: 3 }),
        shelf: (_: unknown, { floor }: { floor: number }) => `floor ${floor}`,
      },
    },
  });
  const url = 'http://127.0.0.1:1/graphql';
  const supergraphSdl = composeSubgraphs([
    { name: 'shop', url, typeDefs: shopTypes },
    { name: 'stock', url, typeDefs: stockTypes },
  ]);
  // There are few different questions, and subgraphs are not what is tested: each is answered once.
  const answers = new Map<string, Promise<unknown>>();
  const graph = await startInProcessGraph({
    supergraphSdl,
    subgraphs: new Map([
      ['shop', shop],
      ['stock', stock],
    ]),
    executor: 'compiled',
    // In this process, so that what it keeps is on the heap that is measured.
    planner: 'apollo',
    async answer({ subgraph, query, variables }, serve) {
      // Like a socket, it lets timers and others have their turn.
      await new Promise((resolve) => setImmediate(resolve));
      const served = /\bserved\d+/.exec(query)?.[0];
      if (served !== undefined) return { data: { [served]: 'yes' } };
      const key = JSON.stringify([subgraph, query, variables]);
      const known = answers.get(key) ?? serve();
      answers.set(key, known);
      return known;
    },
  });
  return { graph, supergraphSdl };
}

it('the heap does not grow over 100,000 requests with a new supergraph every second', async () => {
  setFlagsFromString('--expose-gc');
  const collectGarbage: () => void = runInNewContext('gc');
  const { graph, supergraphSdl } = await startBooks();
  const wrong: unknown[] = [];
  let asked = 0;
  let reloads = 0;

  const ask = async (query: string, variables: Record<string, unknown>, data: unknown) => {
    const answer = await graph.ask(query, { variables });
    const isRight = answer.errors === undefined && JSON.stringify(answer.data) === JSON.stringify(data);
    if (!isRight) wrong.push({ query, variables, answer });
  };
  /** A fast machine is done with the requests before there have been enough reloads: then it goes on. */
  const askUntil = async (total: number, enoughReloads: number) => {
    while ((asked < total || reloads < enoughReloads) && wrong.length === 0) {
      const operation = operations[asked % operations.length];
      const { query, variables = {}, data } = operation?.(asked % 50) ?? { query: '', data: null };
      asked += 1;
      await ask(query, variables, data);
      graph.fetches.length = 0;
    }
  };
  /** Each supergraph has a field that the one before has not. */
  const reload = async () => {
    reloads += 1;
    const field = `served${reloads}`;
    await graph.update(supergraphSdl.replaceAll('served0', field));
    await ask(`{ ${field} }`, {}, { [field]: 'yes' });
  };
  const run = async (total: number, minReloads: number) => {
    const enoughReloads = reloads + minReloads;
    let reloading = Promise.resolve();
    const timer = setInterval(() => {
      reloading = reloading.then(reload);
    }, RELOAD_EVERY_MS);
    try {
      await Promise.all(Array.from({ length: AT_A_TIME }, () => askUntil(total, enoughReloads)));
    } finally {
      clearInterval(timer);
    }
    await reloading;
  };
  const heapInUse = async (): Promise<number> => {
    await new Promise((resolve) => setTimeout(resolve, RETIRED_MS));
    // What finalizers let go is only collected the next time.
    for (let round = 0; round < 4; round += 1) {
      collectGarbage();
      await new Promise((resolve) => setImmediate(resolve));
    }
    return process.memoryUsage().heapUsed;
  };

  await run(WARMED_UP, 1);
  const before = await heapInUse();
  const reloadsBefore = reloads;
  await run(REQUESTS, MIN_RELOADS);
  const after = await heapInUse();
  await graph.stop();

  expect(wrong).toEqual([]);
  expect(asked).toBeGreaterThanOrEqual(REQUESTS);
  expect(reloads - reloadsBefore).toBeGreaterThanOrEqual(MIN_RELOADS);
  expect(after - before).toBeLessThan(ALLOWANCE);
});
