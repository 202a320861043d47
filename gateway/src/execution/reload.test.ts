import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { composeSubgraphs } from '../testing/composeSubgraphs.ts';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';
import { executorNames } from './executorName.ts';

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

describe.each(executorNames)('a new supergraph for the executor %s', (executor) => {
  let library: Library;
  let gateway: TestGateway;

  beforeAll(async () => {
    library = await startLibrary();
    gateway = await startTestGateway(library.supergraph, { executor, subgraphTimeoutMs: 5_000 });
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

  it('can be handed over in the process, and is refused there with the reason', async () => {
    await gateway.update(composeSubgraphs(subgraphs(), { hub: 'extend type Query { handed: String }' }));
    expect(await knows('handed')).toBe(true);
    await expect(gateway.update('type Query { a: Int }')).rejects.toThrow('Federation 2');
    expect(await knows('handed')).toBe(true);
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
      'gateway_supergraph_loads_total{result="rejected"} 4',
    );
  });

  it('that cannot be served at the start is refused with the reason', async () => {
    await expect(startTestGateway('type Query { a: Int }', { executor })).rejects.toThrow('Federation 2');
    const noUrl = composeSubgraphs([{ ...library.hub, url: '' }, library.books, library.films]);
    await expect(startTestGateway(noUrl, { executor })).rejects.toThrow('SUBGRAPH_URLS=hub=<url>');
  });
});

describe('the operations that a supergraph served', () => {
  it('are planned for the next one before it is served', async () => {
    const library = await startLibrary();
    const gateway = await startTestGateway(library.supergraph);
    const plans = async () => {
      const [, count] =
        /gateway_plan_seconds_count\{outcome="made"\} (\d+)/.exec((await gateway.send('/metrics')).text) ??
        [];
      return Number(count ?? 0);
    };
    await gateway.ask('{ items { title } }');
    await gateway.ask('query ($with: Boolean!) { motto books @include(if: $with) { title } }', {
      variables: { with: true },
    });
    const before = await plans();
    await gateway.update(
      composeSubgraphs([library.hub, library.books, library.films], {
        hub: 'extend type Query { next: String }',
      }),
    );
    expect(await plans()).toBe(before + 2);
    const { body } = await gateway.ask('{ items { title } }');
    expect(body.data.items).toHaveLength(4);
    expect(await plans()).toBe(before + 2);
    await Promise.all([gateway.stop(), library.stop()]);
  });

  it('do not keep it from being served when they do not fit it', async () => {
    const library = await startLibrary();
    const gateway = await startTestGateway(library.supergraph);
    await gateway.ask('{ films { id } }');
    const { hub, books } = library;
    await gateway.update(
      composeSubgraphs([{ ...hub, typeDefs: hub.typeDefs.replace(/type Film[^}]*\}/, '') }, books]),
    );
    expect((await gateway.ask('{ films { id } }')).status).toBe(400);
    expect((await gateway.ask('{ motto }')).body.data).toEqual({ motto: 'read' });
    await Promise.all([gateway.stop(), library.stop()]);
  });
});
