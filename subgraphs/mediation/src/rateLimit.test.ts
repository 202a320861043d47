import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type FakeSystem, runFakeSystem } from './testing/runFakeSystem.ts';
import { runTestSubgraph, type TestSubgraph, zhang } from './testing/runTestSubgraph.ts';
import { wireMediation } from './testing/wireMediation.ts';

describe('a mediation system that limits its callers', () => {
  let system: FakeSystem;
  let subgraph: TestSubgraph;
  afterEach(async () => {
    await subgraph.app.close();
    await system.close();
  });
  const start = async (options: Parameters<typeof runTestSubgraph>[1], records = [wireMediation('M1')]) => {
    system = await runFakeSystem(records, 5);
    subgraph = await runTestSubgraph({ 48: system.url }, options);
  };
  const refuse =
    (retryAfter: string): RequestListener =>
    (_request, response) => {
      response.writeHead(429, { 'retry-after': retryAfter, 'content-type': 'application/json' });
      response.end('{"error":{"code":"rate_limited","message":"slow down"}}');
    };
  /** Refuses so many requests, then answers as usual. */
  const refuseFirst = (count: number, retryAfter: string) => {
    let left = count;
    system.misbehave((request, response) => {
      left -= 1;
      if (left === 0) system.misbehave(null);
      refuse(retryAfter)(request, response);
    });
  };

  it('is asked for a thousand cases in fifty calls, a few at a time', async () => {
    const ids = Array.from({ length: 1000 }, (_, index) => `M${index}`);
    await start(
      { maxConcurrentCalls: 8, timeoutMs: 3000 },
      ids.map((id) => wireMediation(id)),
    );
    const { cases, errors } = await subgraph.cases(
      zhang,
      ids.map((id) => `ME-480101-${id}`),
    );
    expect(errors).toBeUndefined();
    expect(cases.map((found) => found?.id)).toEqual(ids.map((id) => `ME-480101-${id}`));
    expect(system.calls).toHaveLength(50);
    // How many really meet depends on the machine; never more than the limit, and not one by one.
    expect(system.mostAtOnce()).toBeLessThanOrEqual(8);
    expect(system.mostAtOnce()).toBeGreaterThan(1);
  });

  it('is asked again after the wait it wants, where that fits the time of the request', async () => {
    await start({ requestBudgetMs: 10_000 });
    refuseFirst(1, '1');
    const started = performance.now();
    const { cases, errors } = await subgraph.cases(zhang, ['ME-480101-M1']);
    expect([cases, errors]).toEqual([[{ id: 'ME-480101-M1' }], undefined]);
    expect(performance.now() - started).toBeGreaterThanOrEqual(1000);
    expect(system.calls).toHaveLength(2);
  });

  it.each(['5', 'soon'])(
    'asks for a wait of %s that does not fit: the client is told how long',
    async (wait) => {
      await start({ requestBudgetMs: 1000 });
      system.misbehave(refuse(wait));
      const { cases, errors } = await subgraph.cases(zhang, ['ME-480101-M1']);
      expect(cases).toEqual([null]);
      const retryAfterSeconds = wait === '5' ? 5 : 1;
      expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_THROTTLED', retryAfterSeconds } }]);
      expect(system.calls).toHaveLength(1);
    },
  );

  it('is left alone by everybody until the wait is over', async () => {
    await start({ requestBudgetMs: 1500, maxConcurrentCalls: 2 });
    system.misbehave(refuse('2'));
    const ask = (id: string) => subgraph.cases(zhang, [`ME-480101-${id}`]);
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => ask(`M${index}`)));
    expect(answers.map(({ errors }) => errors?.[0]?.extensions.code)).toEqual(
      Array(10).fill('AGENCY_THROTTLED'),
    );
    expect(system.calls.length).toBeLessThanOrEqual(2);

    system.misbehave(null);
    await new Promise((resolve) => setTimeout(resolve, 2000));
    expect((await ask('M1')).cases).toEqual([{ id: 'ME-480101-M1' }]);
  });

  it('costs a request that waits for its turn no more than its time', async () => {
    await start({ requestBudgetMs: 300, timeoutMs: 10_000, maxConcurrentCalls: 1 });
    system.misbehave(() => undefined);
    const started = performance.now();
    const ids = Array.from({ length: 60 }, (_, index) => `ME-480101-M${index}`);
    const { errors } = await subgraph.cases(zhang, ids);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['AGENCY_TIMEOUT']));
    expect(errors).toHaveLength(60);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(system.calls).toHaveLength(1);

    system.misbehave(null);
    expect((await subgraph.cases(zhang, ['ME-480101-M1'])).cases).toEqual([{ id: 'ME-480101-M1' }]);
  });
});
