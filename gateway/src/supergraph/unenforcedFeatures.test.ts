import { describe, expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import { executorNames } from '../execution/executorName.ts';
import { composeSubgraphs } from '../testing/composeSubgraphs.ts';
import { startTestGateway } from '../testing/startTestGateway.ts';
import { unenforcedFeatures } from './unenforcedFeatures.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

const features = (schema: string) => unenforcedFeatures(parse(schema));

describe('the unenforced features of a supergraph', () => {
  it('are those that are linked for its security, but for what the gateway enforces', () => {
    const supergraph = `schema
      @link(url: "https://specs.apollo.dev/link/v1.0")
      @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
      @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
      @link(url: "https://specs.apollo.dev/context/v0.1", for: SECURITY)
      @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)
      @link(url: "https://specs.apollo.dev/policy/v0.1", for: SECURITY)
      @link(url: "https://example.org/seal/v1.0", for: SECURITY)
      @link(url: "https://specs.apollo.dev/tag/v0.3") { query: Query }
      type Query { a: Int }`;
    expect(features(supergraph)).toEqual(['https://example.org/seal/v1.0']);
  });

  it('are found in extensions of the schema and in the older @core', () => {
    expect(
      features(`
        schema @core(feature: "https://specs.apollo.dev/policy/v0.2", for: SECURITY) { query: Query }
        extend schema @link(url: "https://example.org/seal/v2.0", for: SECURITY)`),
    ).toEqual(['https://specs.apollo.dev/policy/v0.2', 'https://example.org/seal/v2.0']);
  });

  it('are told by the whole name: one that begins or ends like an enforced one is not enforced', () => {
    const urls = [
      'https://specs.apollo.dev/inaccessible-too/v0.1',
      'https://evil.example/https://specs.apollo.dev/context/v0.1',
    ];
    for (const url of urls) {
      expect(features(`schema @link(url: "${url}", for: SECURITY) { query: Query }`)).toEqual([url]);
    }
  });

  it('are none where nothing is linked for security', () => {
    expect(features('schema { query: Query } type Query { a: Int }')).toEqual([]);
  });
});

const open = composeSubgraphs([
  { name: 'hub', url: 'http://127.0.0.1:1/graphql', typeDefs: 'type Query { motto: String }' },
]);
const sealed = open.replace(
  /^schema$/m,
  'directive @seal on FIELD_DEFINITION\n\nschema @link(url: "https://example.org/seal/v1.0", for: SECURITY)',
);

describe('a supergraph with a security feature that nobody here knows', () => {
  it.each(executorNames)('is refused at the start, with the executor %s', async (executor) => {
    await expect(startTestGateway(sealed, { executor })).rejects.toThrow('https://example.org/seal/v1.0');
  });

  it('is refused later too, and the last good one stays', async () => {
    const gateway = await startTestGateway(open);
    try {
      await expect(gateway.update(sealed)).rejects.toThrow('does not enforce');
      const { body } = await gateway.ask('{ __type(name: "Query") { fields { name } } }');
      expect(body.data).toEqual({ __type: { fields: [{ name: 'motto' }] } });
    } finally {
      await gateway.stop();
    }
  });
});

it('the reference executor does not serve a supergraph with @authenticated, which it would not enforce', async () => {
  const guarded = composeSubgraphs([
    {
      name: 'hub',
      url: 'http://127.0.0.1:1/graphql',
      typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
        type Query { secret: String @authenticated }`,
    },
  ]);
  await expect(startTestGateway(guarded, { executor: 'reference' })).rejects.toThrow('authenticated');
});
