import { describe, expect, it, jest } from '@jest/globals';
import { parse } from 'graphql';
import { executorNames } from '../execution/executorName.ts';
import { startTestIssuer } from '../identity/startTestIssuer.ts';
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
      @link(url: "https://specs.apollo.dev/tag/v0.3") { query: Query }
      type Query { a: Int }`;
    expect(features(supergraph)).toEqual(['https://specs.apollo.dev/authenticated/v0.1']);
  });

  it('are found in extensions of the schema and in the older @core', () => {
    expect(
      features(`
        schema @core(feature: "https://specs.apollo.dev/policy/v0.1", for: SECURITY) { query: Query }
        extend schema @link(url: "https://example.org/seal/v2.0", for: SECURITY)`),
    ).toEqual(['https://specs.apollo.dev/policy/v0.1', 'https://example.org/seal/v2.0']);
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

const guarded = composeSubgraphs([
  {
    name: 'hub',
    url: 'http://127.0.0.1:1/graphql',
    typeDefs: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@authenticated"])
      type Query { secret: String @authenticated  motto: String }`,
  },
]);
const open = composeSubgraphs([
  { name: 'hub', url: 'http://127.0.0.1:1/graphql', typeDefs: 'type Query { motto: String }' },
]);

describe('a supergraph with @authenticated', () => {
  it.each(executorNames)(
    'is refused at the start by a gateway that checks who asks, with the executor %s',
    async (executor) => {
      const issuer = await startTestIssuer();
      try {
        await expect(startTestGateway(guarded, { identity: issuer.identity, executor })).rejects.toThrow(
          'https://specs.apollo.dev/authenticated/v0.1',
        );
      } finally {
        await issuer.stop();
      }
    },
  );

  it('is refused with what can be done about it', async () => {
    const issuer = await startTestIssuer();
    try {
      await expect(startTestGateway(guarded, { identity: issuer.identity })).rejects.toThrow(
        'which this gateway does not enforce; only --open serves it',
      );
    } finally {
      await issuer.stop();
    }
  });

  it('is refused later too, and the last good one stays', async () => {
    const issuer = await startTestIssuer();
    const gateway = await startTestGateway(open, { identity: issuer.identity });
    try {
      await expect(gateway.update(guarded)).rejects.toThrow('does not enforce');
      const authorization = `Bearer ${await issuer.token({ role: 'REPRESENTATIVE' })}`;
      const { body } = await gateway.ask('{ __type(name: "Query") { fields { name } } }', {
        headers: { authorization },
      });
      expect(body.data).toEqual({ __type: { fields: [{ name: 'motto' }] } });
    } finally {
      await gateway.stop();
      await issuer.stop();
    }
  });

  it('is served by an open gateway, which warns', async () => {
    const gateway = await startTestGateway(guarded);
    try {
      const { body } = await gateway.ask('{ __type(name: "Query") { fields { name } } }');
      expect(body.data).toEqual({ __type: { fields: [{ name: 'secret' }, { name: 'motto' }] } });
      const warnings = gateway.log.filter((line) => line.includes('not enforced'));
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain('https://specs.apollo.dev/authenticated/v0.1');
    } finally {
      await gateway.stop();
    }
  });
});
