import { describe, expect, it } from '@jest/globals';
import { testTagOf } from '@tongban/kit/testing';
import { exampleCase, partyXml } from './testing/exampleCase.ts';
import { startFakeNotarySystem } from './testing/fakeNotarySystem.ts';
import {
  AUDITOR,
  CONTRACTOR,
  OFFICER,
  STRANGER,
  startTestSubgraph,
  ZHANG,
} from './testing/startTestSubgraph.ts';

const CASES = 'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on NotaryCase { id } } }';
const PERSONS =
  'query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on Person { notaryCases { id } } } }';
const caseRefs = (...refs: string[]) => ({ refs: refs.map((ref) => ({ __typename: 'NotaryCase', ref })) });
const tagsOf = (...callers: { credential?: string | null }[]) =>
  callers.map(({ credential }) => testTagOf(credential ?? ''));

const willCase = exampleCase({
  受理号: 'WILL0001',
  保密标记列表: '<保密标记>遗嘱保密</保密标记><保密标记>个人隐私</保密标记>',
  当事人列表: partyXml('遗嘱人', '甲方', '480101198503121013'),
});
/** Only the office's own system would send one that cannot be read as a whole. */
const broken = willCase
  .replace('<受理号>WILL0001<', '<受理号>WILL0002<')
  .replace('<状态>已出证<', '<状态>已移交<');

describe('what an answer says of whom it touched', () => {
  it('names all persons of a case that was read by its number', async () => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const number = /<文书编号>(.*?)</.exec(exampleCase())?.[1];
    const { access } = await graph.ask(OFFICER, CASES, caseRefs(`no:${number}`));
    expect(access).toEqual({
      subjects: tagsOf(ZHANG, CONTRACTOR),
      cases: [{ id: 'NO-480101-GZ20260001', disclosure: 'FULL', marks: [], subjects: [0, 1] }],
    });
  });

  it('names those whom only the certificate names', async () => {
    await using system = await startFakeNotarySystem([
      exampleCase({ 当事人列表: partyXml('申请人', '甲方', '480101195209070223') }),
    ]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { access } = await graph.ask(STRANGER, CASES, caseRefs('NO-480101-GZ20260001'));
    expect(access?.subjects).toEqual(tagsOf(STRANGER, ZHANG, CONTRACTOR));
  });

  it.each([
    ['a stranger', STRANGER],
    ['an auditor', AUDITOR],
    ['another office', { ...OFFICER, organization: '12480101TEAT000741' }],
  ])('says of a secret will that it was hidden from %s, readable or not', async (_who, caller) => {
    await using system = await startFakeNotarySystem([willCase, broken]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { access } = await graph.ask(caller, CASES, caseRefs('NO-480101-WILL0001', 'NO-480101-WILL0002'));
    expect(access?.subjects).toContain(testTagOf(ZHANG.credential ?? ''));
    expect(access?.cases).toMatchObject([
      { id: 'NO-480101-WILL0001', disclosure: 'HIDDEN', marks: ['willSecret'] },
      { id: 'NO-480101-WILL0002', disclosure: 'HIDDEN', marks: ['willSecret'], subjects: [0] },
    ]);
  });

  it('names the person whose list was asked for, and hidden cases among it', async () => {
    await using system = await startFakeNotarySystem([exampleCase(), willCase]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const refs = [ZHANG, STRANGER].map(({ credential }) => ({ __typename: 'Person', credential }));
    const { access } = await graph.ask(AUDITOR, PERSONS, { refs });
    expect(access?.subjects).toEqual(tagsOf(ZHANG, STRANGER, CONTRACTOR));
    expect(access?.cases.map(({ id, disclosure }) => `${id} ${disclosure}`).toSorted()).toEqual([
      'NO-480101-GZ20260001 FULL',
      'NO-480101-WILL0001 HIDDEN',
    ]);
  });

  it('names everybody in each case of a list', async () => {
    const other = exampleCase({ 受理号: 'GZ2', '所有:证件号码': '480101195209070223' });
    await using system = await startFakeNotarySystem([exampleCase(), other]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { access } = await graph.ask(OFFICER, '{ notaryCases(first: 10) { edges { node { id } } } }');
    expect(access?.subjects.toSorted()).toEqual(tagsOf(ZHANG, CONTRACTOR, STRANGER).toSorted());
    expect(access?.cases.map(({ id, disclosure }) => `${id} ${disclosure}`).toSorted()).toEqual([
      'NO-480101-GZ2 FULL',
      'NO-480101-GZ20260001 FULL',
    ]);
  });
});
