import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createLogHeads } from '../store/logHeads.ts';
import { auditor, startTestSubgraph, type TestSubgraph } from '../testing/startTestSubgraph.ts';
import { zhangTags } from '../testing/testOutcome.ts';

const FINDINGS = '... on Trace { result { findings { rule facts law confidence } } }';
/** Of some log that once was. */
const KEY = 'example.com/log+12d1ce8e+AQcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcH';

describe('a trace, where the access log is not the one that was seen before', () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await startTestSubgraph();
  });
  afterAll(() => subgraph.stop());

  const findings = async () => {
    const { entity } = await subgraph.entity<{ result: { findings: object[] } }>(auditor, FINDINGS, {
      __typename: 'Trace',
      id: 'AUD-2026-001/P-zhang',
      subject: { __typename: 'Person', id: 'P-zhang', subjectTags: zhangTags },
    });
    return entity?.result.findings;
  };

  it('finds nothing while nothing was seen of it', async () => {
    expect(await findings()).toEqual([]);
  });

  it('says so as R-27', async () => {
    await createLogHeads(subgraph.store).add({ verifierKey: KEY, size: 7, root: Buffer.alloc(32) });
    expect(await findings()).toMatchObject([
      { rule: 'R-27', confidence: 'HIGH', facts: [expect.stringContaining('signature')] },
    ]);
  });
});
