import { afterEach, describe, expect, it } from '@jest/globals';
import { testTagOf } from '@tongban/kit/testing';
import { type FakeSystem, runFakeSystem } from './testing/runFakeSystem.ts';
import { auditor, officer, runTestSubgraph, type TestSubgraph, zhang } from './testing/runTestSubgraph.ts';
import { CONTRACTOR, wireMediation, wireParty, ZHANG } from './testing/wireMediation.ts';

const AGENT = 'RIC:480101195209070223';
const CASES = 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on MediationCase { id } } }';
const PERSONS =
  'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Person { mediationCases { id } } } }';
const caseRefs = (...refs: string[]) => ({ refs: refs.map((ref) => ({ __typename: 'MediationCase', ref })) });
const tags = (...credentials: string[]) => credentials.map(testTagOf);
const parties = [
  wireParty(1, '申请人', '甲方', ZHANG.slice(4), {
    agent_document_type: '居民身份证',
    agent_document_number: AGENT.slice(4),
  }),
  wireParty(2, '被申请人', '乙方', CONTRACTOR.slice(4)),
];
const stranger = { role: 'CITIZEN', credential: 'RIC:480101196001010015' } as const;

describe('what an answer says of whom it touched', () => {
  let system: FakeSystem;
  let subgraph: TestSubgraph;
  const start = async (records: Parameters<typeof runFakeSystem>[0]) => {
    system = await runFakeSystem(records);
    subgraph = await runTestSubgraph({ 48: system.url });
  };
  afterEach(async () => {
    await subgraph.app.close();
    await system.close();
  });

  it('names all persons of a case that was read by its number', async () => {
    await start([wireMediation('M1', { parties })]);
    const { access } = await subgraph.ask(officer, CASES, caseRefs('no:（2026）测山人调字第M1号'));
    expect(access).toEqual({
      subjects: tags(ZHANG, AGENT, CONTRACTOR),
      cases: [{ id: 'ME-480101-M1', disclosure: 'FULL', marks: [], subjects: [0, 1, 2] }],
    });
  });

  it('names the persons of a case that is hidden, readable or not', async () => {
    await start([wireMediation('M1', { parties }), wireMediation('M2', { parties, status: '不明' })]);
    const { access, data } = await subgraph.ask(stranger, CASES, caseRefs('ME-480101-M1', 'ME-480101-M2'));
    expect(data).toEqual({ _entities: [null, null] });
    expect(access).toEqual({
      subjects: tags(ZHANG, AGENT, CONTRACTOR),
      cases: [
        { id: 'ME-480101-M1', disclosure: 'HIDDEN', marks: [], subjects: [0, 1, 2] },
        { id: 'ME-480101-M2', disclosure: 'HIDDEN', marks: [], subjects: [0, 1, 2] },
      ],
    });
  });

  it('names the person whose list was asked for, and sealed cases among it', async () => {
    await start([wireMediation('M1', { parties }), wireMediation('M2', { parties, secrecy: ['封存'] })]);
    const refs = [ZHANG, stranger.credential].map((credential) => ({ __typename: 'Person', credential }));
    const { access } = await subgraph.ask(zhang, PERSONS, { refs });
    expect(access?.subjects).toEqual(tags(ZHANG, stranger.credential, AGENT, CONTRACTOR));
    expect(
      access?.cases.map(({ id, disclosure, marks }) => `${id} ${disclosure} ${marks}`).toSorted(),
    ).toEqual(['ME-480101-M1 FULL ', 'ME-480101-M2 HIDDEN sealed']);
  });

  it('names everybody in each case of a list', async () => {
    await start([
      wireMediation('M1', { parties: parties.slice(0, 1) }),
      wireMediation('M2', { parties: parties.slice(1), agreement: null, consents: [] }),
    ]);
    const { access } = await subgraph.ask(auditor, '{ mediationCases(first: 10) { edges { node { id } } } }');
    expect(access?.subjects.toSorted()).toEqual(tags(ZHANG, AGENT, CONTRACTOR).toSorted());
    expect(access?.cases.map(({ id, disclosure }) => `${id} ${disclosure}`).toSorted()).toEqual([
      'ME-480101-M1 FULL',
      'ME-480101-M2 FULL',
    ]);
  });
});
