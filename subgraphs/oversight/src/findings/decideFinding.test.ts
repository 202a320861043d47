import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { PartialCaller } from '@tongban/kit/testing';
import { auditor, startTestSubgraph, type TestSubgraph, zhang } from '../testing/startTestSubgraph.ts';
import { facts, missed } from '../testing/testFacts.ts';
import { zhangTags } from '../testing/testOutcome.ts';

const DECIDE = `mutation ($input: DecideFindingInput!) {
  decideFinding(input: $input) { finding decisions { at by basis decision reason } }
}`;
const FINDINGS =
  '... on Trace { result { findings { id decisionToken decision { decision reason } decisions { decision } } } }';

interface Shown {
  readonly id: string;
  readonly decisionToken: string;
  readonly decision: object | null;
  readonly decisions: object[];
}

describe('a decision on a finding', () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await startTestSubgraph();
  });
  afterAll(() => subgraph.stop());

  const found = async (id = 'LA-480101-A1', caller: PartialCaller = auditor): Promise<Shown> => {
    const subject = {
      __typename: 'Person',
      id: 'P-zhang',
      subjectTags: zhangTags,
      legalAidCases: [{ ref: id, facts: facts(id, { deadlines: [missed] }) }],
      notaryCases: [],
      forensicAppraisalCases: [],
      mediationCases: [],
      linkedCases: null,
    };
    const { entity } = await subgraph.entity<{ result: { findings: Shown[] } }>(caller, FINDINGS, {
      __typename: 'Trace',
      id: 'AUD-2026-001/P-zhang',
      subject,
    });
    return entity?.result.findings[0] as Shown;
  };
  const decide = async (changes: Record<string, unknown> = {}, caller: PartialCaller = auditor) => {
    const { id, decisionToken } = await found();
    const input = {
      finding: id,
      decisionToken,
      decision: 'CONFIRMED',
      reason: 'Three days late.',
      ...changes,
    };
    return subgraph.ask<{ decideFinding: object }>(DECIDE, caller, { input });
  };

  it('is kept beside earlier ones, and stands at the finding in every trace', async () => {
    expect(
      (await decide({ decision: 'NEEDS_MORE', reason: ' The file was asked for. ' })).errors,
    ).toBeUndefined();
    const { data } = await decide();
    const { id } = await found();
    expect(data?.decideFinding).toEqual({
      finding: id,
      decisions: [
        {
          at: '2026-11-27T10:00:00+08:00',
          by: 'auditor:case',
          basis: 'AUD-2026-001',
          decision: 'CONFIRMED',
          reason: 'Three days late.',
        },
        expect.objectContaining({ decision: 'NEEDS_MORE', reason: 'The file was asked for.' }),
      ],
    });
    expect(await found()).toMatchObject({
      decision: { decision: 'CONFIRMED' },
      decisions: [{ decision: 'CONFIRMED' }, { decision: 'NEEDS_MORE' }],
    });
    // Others are not decided with it.
    expect(await found('LA-480101-A2')).toMatchObject({ decision: null, decisions: [] });
  });

  it.each([
    ['a citizen', 'UNAUTHORIZED_FIELD_OR_TYPE', zhang],
    ['an auditor without a purpose', 'PURPOSE_REQUIRED', { ...auditor, purpose: null }],
    ['an auditor who was not shown the finding', 'BAD_USER_INPUT', { ...auditor, subject: 'auditor:other' }],
    [
      'the auditor under another assignment',
      'BAD_USER_INPUT',
      { ...auditor, assignment: 'AUD-2', accessCase: 'AUD-2' },
    ],
  ] as const)('is refused from %s', async (_who, code, caller) => {
    const before = (await found()).decisions.length;
    const { errors } = await decide({}, caller);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
    expect((await found()).decisions).toHaveLength(before);
  });

  it.each([
    [
      'a token of another finding',
      async () => ({ decisionToken: (await found('LA-480101-A2')).decisionToken }),
    ],
    ['an id of nothing', async () => ({ finding: 'F-1' })],
    ['no reason', async () => ({ reason: '  ' })],
    ['a reason of pages', async () => ({ reason: 'x'.repeat(2001) })],
    ['a number of a person', async () => ({ reason: 'Zhang, 480101198503121013, says so' })],
    ['a telephone', async () => ({ reason: 'called 13800001234' })],
  ])('is refused with %s', async (_what, changes) => {
    const { errors } = await decide(await changes());
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(JSON.stringify(errors)).not.toMatch(/\d{9}/);
  });

  it('may name cases and documents', async () => {
    const reason = 'LA-480101-A1 and （2026）陕0101民终12345号 are one matter, decided 2026-03-12.';
    expect((await decide({ reason })).errors).toBeUndefined();
  });
});
