import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PartialCaller } from '@tongban/kit/testing';
import { CONTRACTOR, ZHANG } from './testPointers.ts';
import { auditor, citizen, staff, startTestSubgraph, type TestSubgraph } from './testSubgraph.ts';

const listed = (...refs: string[]) =>
  refs.map((ref) => ({ ref, openedAt: '2026-03-02T09:00:00+08:00', stage: 'OPEN', region: '480101' }));
const LISTS = ['legalAidCases', 'notaryCases', 'forensicAppraisalCases', 'mediationCases'];

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph();
}, 60_000);
afterAll(() => subgraph.stop());
beforeEach(() => {
  subgraph.statements.length = 0;
});

describe('the cases linked to those of a person', () => {
  /** As the gateway asks, with the person's lists at hand. */
  async function linked(caller: PartialCaller, lists: object) {
    const { entities, errors } = await subgraph.entities(
      caller,
      `... on Person { linkedCases { ${LISTS.map((list) => `${list} { ref }`).join(' ')} } }`,
      { __typename: 'Person', credential: ZHANG, ...lists },
    );
    const [person] = entities as ({ linkedCases: Record<string, { ref: string }[]> | null } | null)[];
    return { cases: person?.linkedCases, codes: errors?.map(({ extensions }) => extensions.code) };
  }

  it('are the other members of their threads, and a decoy at each agency', async () => {
    const lists = {
      legalAidCases: listed('LA-480101-A1'),
      notaryCases: listed('NO-480101-N2'),
      forensicAppraisalCases: null,
      mediationCases: listed('ME-480101-M1'),
    };
    expect((await linked(auditor, lists)).cases).toEqual({
      legalAidCases: [{ ref: 'LA-480101-0' }],
      notaryCases: [{ ref: 'NO-480101-N1' }, { ref: 'NO-480101-0' }],
      forensicAppraisalCases: [{ ref: 'FA-480101-F1' }, { ref: 'FA-480101-0' }],
      mediationCases: [{ ref: 'ME-480101-M2' }, { ref: 'ME-480101-0' }],
    });
    // The person, the threads of the cases, and their members.
    expect(subgraph.statements).toHaveLength(3);
  });

  it('are none where the person has none', async () => {
    expect((await linked(auditor, {})).cases).toEqual(Object.fromEntries(LISTS.map((list) => [list, []])));
  });

  const scope = {
    persons: [],
    cases: [],
    regions: ['48'],
    from: '2026-01-01',
    until: '2026-11-22',
    approver: 'B',
  };
  it.each<[who: string, caller: PartialCaller]>([
    ['the person', citizen(ZHANG)],
    ['another citizen', citizen(CONTRACTOR)],
    ['staff', staff],
    ['an auditor without an assignment', { ...auditor, assignment: null }],
    ['an auditor who does not name the assignment', { ...auditor, accessCase: 'CT-2026-00000001' }],
    ['an auditor whose assignment is over', { ...auditor, assignmentScope: scope }],
    ['a system auditor', { role: 'SYSTEM_AUDITOR' }],
  ])('are null for %s', async (_who, caller) => {
    expect(await linked(caller, { legalAidCases: listed('LA-480101-A1') })).toEqual({
      cases: null,
      codes: undefined,
    });
  });

  it('want a purpose of auditors', async () => {
    const { cases, codes } = await linked({ ...auditor, purpose: null }, {});
    expect([cases, codes]).toEqual([null, ['PURPOSE_REQUIRED']]);
  });
});
