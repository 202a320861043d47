import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { PartialCaller } from '@tongban/kit/testing';
import { CONTRACTOR, ZHANG } from './testPointers.ts';
import { citizen, staff, startTestSubgraph, type TestSubgraph } from './testSubgraph.ts';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph();
}, 60_000);
afterAll(() => subgraph.stop());
beforeEach(() => {
  subgraph.statements.length = 0;
});

describe('cases by id and number', () => {
  const byId = 'query ($id: ID!) { case(id: $id) { __typename ref } }';
  const byNumber = 'query ($number: String!) { caseByNumber(number: $number) { __typename ref } }';

  it('are told by their form alone, so that unknown and hidden are alike', async () => {
    for (const id of ['LA-480101-A1', 'LA-480101-NOSUCH']) {
      const { data } = await subgraph.ask(byId, citizen(ZHANG), { id });
      expect(data).toEqual({ case: { __typename: 'LegalAidCase', ref: id } });
    }
    expect(subgraph.statements).toEqual([]);
  });

  it.each(['XX-480101-A1', 'LA-999901-A1', 'LA-480101-', 'no:1', '', 'LA-480101-A1"'])(
    'are null for the id %j',
    async (id) => {
      expect((await subgraph.ask(byId, citizen(ZHANG), { id })).data).toEqual({ case: null });
    },
  );

  it.each([
    ['（2026）试援决字第0012号', 'LegalAidCase', 'no:(2026)试援决字12'],
    ['（2026）试一内民证字第00756号', 'NotaryCase', 'no:(2026)试一内民证字756'],
    ['试正[2026]临鉴字第12号', 'ForensicAppraisalCase', 'no:试正(2026)临鉴字12'],
    ['（2026）试城人调字第 3 号', 'MediationCase', 'no:(2026)试城人调字3'],
    ['（2026）试0101诉前调确7号', 'MediationCase', 'no:(2026)试0101诉前调确7'],
  ])('are told by the number %s', async (number, __typename, ref) => {
    expect((await subgraph.ask(byNumber, citizen(ZHANG), { number })).data).toEqual({
      caseByNumber: { __typename, ref },
    });
  });

  it.each(['（2026）试0101民初7号', '', '证字'.repeat(40)])('are null for the number %j', async (number) => {
    expect((await subgraph.ask(byNumber, citizen(ZHANG), { number })).data).toEqual({ caseByNumber: null });
  });

  it('are in a thread where the agency shows them, by whichever reference they were asked for', async () => {
    const { entities: found } = await subgraph.entities(
      citizen(ZHANG),
      '... on LegalAidCase { thread { ref } } ... on MediationCase { thread { ref } }',
      { __typename: 'LegalAidCase', ref: 'no:(2026)试援决字12', visibleRef: 'LA-480101-A1' },
      { __typename: 'MediationCase', ref: 'ME-480101-M2', visibleRef: 'ME-480101-M2' },
      { __typename: 'MediationCase', ref: 'ME-480101-M1', visibleRef: null },
    );
    expect(found).toEqual([
      { thread: { ref: 'CT-2026-00000001' } },
      { thread: { ref: 'CT-2026-00000002' } },
      { thread: null },
    ]);
    expect(subgraph.statements).toHaveLength(1);
  });
});

describe('links', () => {
  const pointer = (visibleRef?: string | null) => ({ case: visibleRef === undefined ? {} : { visibleRef } });
  const appraisal = (...linkPointers: unknown[]) => ({
    __typename: 'ForensicAppraisalCase',
    ref: 'FA-480101-F1',
    visibleRef: 'FA-480101-F1',
    linkPointers,
  });
  const shown =
    '... on ForensicAppraisalCase { links { kind direction confidence case { __typename } evidence { kind documentNo assertedBy { name } assertedAt confirmedAt } mandate { mandateNo grantedBy { id } legalBasis } } }';
  const kinds = '... on ForensicAppraisalCase { links { kind direction } }';

  it('point to the other ends that this kind of caller may be told of, and to a case of each service that is none', async () => {
    const pointers = '... on ForensicAppraisalCase { linkPointers { case { __typename ref } } }';
    const ends = async (caller: PartialCaller) =>
      (await subgraph.entities(caller, pointers, { ...appraisal(), linkPointers: undefined })).entities;
    const [la, me, possible, manual] = [
      { case: { __typename: 'LegalAidCase', ref: 'LA-480101-A1' } },
      { case: { __typename: 'MediationCase', ref: 'ME-480101-M1' } },
      { case: { __typename: 'NotaryCase', ref: 'NO-480101-N1' } },
      { case: { __typename: 'NotaryCase', ref: 'NO-480101-N2' } },
    ];
    const none = expect.objectContaining({
      case: { __typename: expect.any(String), ref: expect.stringMatching(/^..-480101-0$/) },
    });
    const decoys = [none, none, none, none];
    expect(await ends(citizen(ZHANG))).toEqual([{ linkPointers: [la, me, manual, ...decoys] }]);
    expect(await ends({ role: 'REPRESENTATIVE' })).toEqual([{ linkPointers: [la, me, manual, ...decoys] }]);
    expect(await ends(staff)).toEqual([{ linkPointers: [la, me, possible, manual, ...decoys] }]);
  });

  it('carry evidence and mandate where both ends are visible', async () => {
    const { entities: found } = await subgraph.entities(
      citizen(ZHANG),
      shown,
      appraisal(pointer('LA-480101-A1'), pointer(), pointer('NO-480101-N2')),
    );
    expect(found).toEqual([
      {
        links: [
          {
            kind: 'BASIS_FOR_FEE_REDUCTION',
            direction: 'INCOMING',
            confidence: 1,
            case: { __typename: 'LegalAidCase' },
            evidence: {
              kind: 'DOCUMENT_QUOTED',
              documentNo: '试援决字1',
              assertedBy: { name: '测试单位151' },
              assertedAt: '2026-03-10T10:00:00+08:00',
              confirmedAt: null,
            },
            mandate: {
              mandateNo: 'MD-480101-1',
              grantedBy: [{ id: '11480101TEAT000151' }, { id: 'MC-480101001-1' }],
              legalBasis: '网络数据安全管理条例第十六条',
            },
          },
          expect.objectContaining({ kind: 'EVIDENCE_FOR', direction: 'OUTGOING' }),
        ],
      },
    ]);
    expect(subgraph.statements).toHaveLength(2);
  });

  it('are left out with an end that is hidden, down, or not the one that was asked about', async () => {
    for (const first of [pointer(), pointer(null), { case: null }, null, pointer('LA-480101-OTHER')]) {
      const { entities: found } = await subgraph.entities(
        citizen(CONTRACTOR),
        kinds,
        appraisal(first, pointer('ME-480101-M1'), pointer()),
      );
      expect(found).toEqual([{ links: [{ kind: 'EVIDENCE_FOR', direction: 'OUTGOING' }] }]);
    }
  });

  it('are hidden together with the case they hang on', async () => {
    const hidden = { ...appraisal(pointer('LA-480101-A1')), visibleRef: null };
    expect((await subgraph.entities(citizen(ZHANG), kinds, hidden)).entities).toEqual([{ links: null }]);
  });
});

describe('organizations', () => {
  it('are public, with their supervisor, and loaded level by level', async () => {
    const query =
      'query ($id: ID!) { organization(uscc: $id) { uscc name kind licenceState supervisor { id name kind } } }';
    const { data } = await subgraph.ask(query, { role: 'SERVICE_ACCOUNT' }, { id: '32480101teat00031h' });
    expect(data).toEqual({
      organization: {
        uscc: '32480101TEAT00031H',
        name: '测试单位31H',
        kind: 'NOTARY_OFFICE',
        licenceState: 'VALID',
        supervisor: { id: '11480101TEAT000151', name: '测试单位151', kind: 'JUSTICE_BUREAU' },
      },
    });
    expect(subgraph.statements).toHaveLength(2);
    expect((await subgraph.ask(query, citizen(ZHANG), { id: 'nonsense' })).data).toEqual({
      organization: null,
    });
  });

  it('keep their id where the register does not have them', async () => {
    const { entities: found } = await subgraph.entities(
      citizen(ZHANG),
      '... on Organization { id name uscc }',
      ...['91480101TEAT00082N', 'MC-480101001-1'].map((id) => ({ __typename: 'Organization', id })),
    );
    expect(found).toEqual([
      { id: '91480101TEAT00082N', name: null, uscc: null },
      { id: 'MC-480101001-1', name: '测试单位1-1', uscc: null },
    ]);
    expect(subgraph.statements).toHaveLength(1);
  });
});
