import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { composeSubgraphs } from '../../testing/composeSubgraphs.ts';
import { startTestGateway, type TestGateway, testAdmission } from '../../testing/startTestGateway.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

/** A graph whose directives have other names than usual; nothing listens behind it. */
const graph = (weight: number) =>
  composeSubgraphs([
    {
      name: 'shelf',
      url: 'http://127.0.0.1:1/graphql',
      typeDefs: `extend schema @link(
          url: "https://specs.apollo.dev/federation/v2.9"
          import: ["@key", { name: "@cost", as: "@weight" }, { name: "@listSize", as: "@length" }]
        )
        type Query { books(first: Int = 20): Page @length(slicingArguments: ["first"], sizedFields: ["edges"]) }
        type Page { edges: [Edge] }
        type Edge { node: Book }
        type Book @weight(weight: ${weight}) { id: ID!  title: String }`,
    },
  ]);

let gateway: TestGateway;
beforeAll(async () => {
  const { limits } = testAdmission();
  gateway = await startTestGateway(graph(3), {
    admission: testAdmission({ limits: { ...limits, maxCost: 100 } }),
  });
});
afterAll(() => gateway.stop());

const BOOKS =
  'query ($n: Int, $skip: Boolean = false) { books(first: $n) { edges { node { title @skip(if: $skip) } } } }';
const codes = async (variables: object) => {
  const { status, body } = await gateway.ask(BOOKS, { variables });
  return [status, body.errors?.[0]?.extensions.code];
};

it('refuses what costs too much before anything is planned, and says what it costs', async () => {
  const { status, body } = await gateway.ask(BOOKS, { variables: { n: 25 } });
  expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'QUERY_TOO_COMPLEX']);
  expect(body.errors?.[0]?.message).toContain('costs 101; at most 100');
  expect((await gateway.send('/metrics')).text).not.toMatch(/gateway_plan_seconds_count\{.*\} [1-9]/);
});

it('goes by the values of each request, whatever was asked before', async () => {
  const isLetThrough = [200, 'AGENCY_UNAVAILABLE'];
  expect(await codes({ n: 24 })).toEqual(isLetThrough);
  expect(await codes({ n: 30 })).toEqual([400, 'QUERY_TOO_COMPLEX']);
  expect(await codes({ n: 24, skip: true })).toEqual(isLetThrough);
  expect(await codes({})).toEqual(isLetThrough);
});

it('goes by the supergraph that is served', async () => {
  await gateway.update(graph(30));
  expect(await codes({ n: 5 })).toEqual([400, 'QUERY_TOO_COMPLEX']);
  await gateway.update(graph(3));
  expect(await codes({ n: 5 })).toEqual([200, 'AGENCY_UNAVAILABLE']);
});
