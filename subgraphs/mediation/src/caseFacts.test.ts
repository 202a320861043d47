import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { caseFacts } from '@tongban/kit';
import { type FakeSystem, runFakeSystem } from './testing/runFakeSystem.ts';
import { auditor, officer, runTestSubgraph, type TestSubgraph, zhang } from './testing/runTestSubgraph.ts';
import { CANARY, wireMediation } from './testing/wireMediation.ts';

describe('facts of a mediation', () => {
  let system: FakeSystem;
  let subgraph: TestSubgraph;
  beforeEach(async () => {
    system = await runFakeSystem([wireMediation('M1')]);
    subgraph = await runTestSubgraph({ 48: system.url });
  });
  afterEach(async () => {
    await subgraph.app.close();
    await system.close();
  });
  const facts = async (caller: Parameters<TestSubgraph['cases']>[0]) => {
    const { cases, errors } = await subgraph.cases(caller, ['ME-480101-M1'], 'facts');
    expect(errors).toBeUndefined();
    return cases[0]?.facts ?? null;
  };

  it('tell an auditor consents, sums and confirmation, never what was said or owed for', async () => {
    const told = caseFacts.parse(await facts(auditor));
    expect(told.mediation?.consents.length).toBeGreaterThan(0);
    expect(told.mediation?.agreement?.obligations.length).toBeGreaterThan(0);
    expect(JSON.stringify(told)).not.toMatch(new RegExp(`480101198503121013|支付|${CANARY}`));
  });

  it('are null for everybody else', async () => {
    for (const caller of [zhang, officer]) expect(await facts(caller)).toBeNull();
  });
});
