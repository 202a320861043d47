import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { archiveSubgraphs, archiveSupergraph } from '../testing/authorization/archive.ts';
import { type AuthorizationCase, authorizationCases } from '../testing/authorization/authorizationCases.ts';
import { signedIn, withScopes } from '../testing/authorization/callers.ts';
import {
  type InProcessAnswer,
  type InProcessGraph,
  startInProcessGraph,
} from '../testing/startInProcessGraph.ts';

const planners = ['auto', 'apollo'] as const;

const start = (supergraphSdl: string, planner: (typeof planners)[number] = 'apollo') =>
  startInProcessGraph({ supergraphSdl, subgraphs: archiveSubgraphs, executor: 'compiled', planner });

const deniedPaths = ({ errors = [] }: InProcessAnswer) =>
  errors.map(({ path, extensions }) => {
    expect(extensions?.code).toBe('UNAUTHORIZED_FIELD_OR_TYPE');
    return (path ?? []).join('.');
  });

function countBySubgraph({ fetches }: InProcessGraph): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { subgraph } of fetches) counts[subgraph] = (counts[subgraph] ?? 0) + 1;
  return counts;
}

describe.each(planners)('what a caller may see, with the planner %s', (planner) => {
  let graph: InProcessGraph;
  beforeAll(async () => {
    graph = await start(archiveSupergraph, planner);
  });
  beforeEach(() => {
    graph.fetches.length = 0;
  });
  afterAll(() => graph.stop());

  it.each(authorizationCases.map((one) => [one.name, one] as const))(
    '%s',
    async (_, one: AuthorizationCase) => {
      const { query, variables = {}, caller = null, data, denied = [], fetches } = one;
      const answer = await graph.ask(query, { variables, caller });
      expect(answer.data).toEqual(data);
      expect(deniedPaths(answer).sort()).toEqual([...denied].sort());
      expect(countBySubgraph(graph)).toEqual(fetches);
      // A refusal does not say what would help.
      for (const word of ['born', 'admin', 'role:', 'AUDIT'])
        for (const { message } of answer.errors ?? []) expect(message).not.toContain(word);
    },
  );

  it('refuses the whole where a request wants all or nothing, and fetches nothing', async () => {
    for (const one of authorizationCases) {
      graph.fetches.length = 0;
      const { query, variables = {}, caller = null, data, denied = [] } = one;
      const answer = await graph.ask(query, { variables, caller, unauthorized: 'reject' });
      const paths = new Set(one.rejectedFor ?? denied.map((path) => path.replaceAll(/\.\d+/g, '')));
      if (paths.size === 0) {
        expect(answer.data).toEqual(data);
        continue;
      }
      const { name } = one;
      const got = { name, data: answer.data, fetches: graph.fetches, paths: deniedPaths(answer).sort() };
      expect(got).toEqual({ name, data: undefined, fetches: [], paths: [...paths].sort() });
    }
  });
});

it('plans are not mistaken for one another: callers with different scopes ask the same at the same time', async () => {
  const graph = await start(archiveSupergraph);
  const query = '{ record { id price remark } }';
  const seen = async (...scopes: string[]) =>
    (await graph.ask(query, { caller: withScopes(...scopes) })).data.record;
  for (let round = 0; round < 3; round += 1) {
    const [nothing, price, remark, all] = await Promise.all([
      seen(),
      seen('price'),
      seen('remark', 'unrelated'),
      seen('price', 'remark'),
    ]);
    expect(nothing).toEqual({ id: 'r1', price: null, remark: null });
    expect(price).toEqual({ id: 'r1', price: 10, remark: null });
    expect(remark).toEqual({ id: 'r1', price: null, remark: 'worn' });
    expect(all).toEqual({ id: 'r1', price: 10, remark: 'worn' });
  }
  const sent = graph.fetches.map(({ query: text }) =>
    ['price', 'remark'].filter((field) => text.includes(field)).join(),
  );
  expect(sent.sort()).toEqual(
    ['', 'price', 'price,remark', 'remark'].flatMap((fields) => [fields, fields, fields]),
  );
  await graph.stop();
});

describe('directives under other names', () => {
  const url = 'https://specs.apollo.dev';
  const links = {
    imported: archiveSupergraph
      .replace(
        `"${url}/authenticated/v0.1"`,
        `"${url}/authenticated/v0.1", import: [{name: "@authenticated", as: "@known"}]`,
      )
      .replace(
        `"${url}/requiresScopes/v0.1"`,
        `"${url}/requiresScopes/v0.1", import: [{name: "@requiresScopes", as: "@scoped"}]`,
      )
      .replaceAll(/(?<!link.*)@authenticated\b/g, '@known')
      .replaceAll(/(?<!link.*)@requiresScopes\b/g, '@scoped')
      .replaceAll('directive @authenticated', 'directive @known')
      .replaceAll('directive @requiresScopes', 'directive @scoped'),
    namespaced: archiveSupergraph
      .replace(`"${url}/authenticated/v0.1"`, `"${url}/authenticated/v0.1", as: "known"`)
      .replaceAll(/(?<!link.*)@authenticated\b/g, '@known')
      .replaceAll('directive @authenticated', 'directive @known'),
  };
  it.each(Object.entries(links))('%s count', async (_, supergraphSdl) => {
    const graph = await start(supergraphSdl);
    const answer = await graph.ask('{ me { id } record { id price } }');
    expect(answer.data).toEqual({ me: null, record: { id: 'r1', price: null } });
    expect((await graph.ask('{ me { id } }', { caller: signedIn })).data).toEqual({ me: { id: 'm1' } });
    await graph.stop();
  });
});

it('a field is protected by what it requires even where its own directive was forgotten', async () => {
  const forgotten = archiveSupergraph.replace(
    /(tax: Int @join__field\(graph: SHELF, requires: "price"\)) @requiresScopes[^\n]*/,
    '$1',
  );
  expect(forgotten).not.toBe(archiveSupergraph);
  const graph = await start(forgotten);
  const answer = await graph.ask('{ record { id tax } }', { caller: signedIn });
  expect(answer.data).toEqual({ record: { id: 'r1', tax: null } });
  expect(deniedPaths(answer)).toEqual(['record.tax']);
  expect(JSON.stringify(graph.fetches)).not.toContain('price');
  await graph.stop();
});

it('a field of an interface is protected by the types behind it even where its own directive was forgotten', async () => {
  const forgotten = archiveSupergraph.replace(
    /handle: String @requiresScopes\(scopes: \[\["chart", "coin"\]\]\)/,
    'handle: String',
  );
  expect(forgotten).not.toBe(archiveSupergraph);
  const graph = await start(forgotten);
  expect(
    (await graph.ask('{ items { id handle } }', { caller: withScopes('coin') })).data.items[1].handle,
  ).toBeNull();
  expect(JSON.stringify(graph.fetches)).not.toContain('handle');
  await graph.stop();
});

it('introspection shows nothing of the directives', async () => {
  const graph = await start(archiveSupergraph);
  const { data } = await graph.ask('{ __schema { directives { name } types { name } } }');
  expect(JSON.stringify(data)).not.toMatch(/authenticated|requiresScopes|policy/i);
  await graph.stop();
});

it('a supergraph with a security feature that is not enforced is not served', async () => {
  const unknown = archiveSupergraph.replace('policy/v0.1"', 'policy/v0.2"');
  await expect(start(unknown)).rejects.toThrow(/policy\/v0\.2/);
});
