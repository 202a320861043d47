import { describe, expect, it } from '@jest/globals';
import { exampleCase, partyXml } from './testing/exampleCase.ts';
import { startFakeNotarySystem } from './testing/fakeNotarySystem.ts';
import { AUDITOR, OFFICER, STRANGER, startTestSubgraph, ZHANG } from './testing/startTestSubgraph.ts';

const PERSONS = `query ($p: [_Any!]!) {
  _entities(representations: $p) { ... on Person { notaryCases { id openedAt } } }
}`;
const LIST = `query ($first: Int, $after: String, $filter: NotaryCaseFilter) {
  notaryCases(first: $first, after: $after, filter: $filter) {
    edges { cursor node { acceptanceNo } } pageInfo { hasNextPage endCursor } totalCount
  }
}`;

interface List {
  edges: { cursor: string; node: { acceptanceNo: string } | null }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  totalCount: number;
}

const personsOf = (...numbers: string[]) => ({
  p: numbers.map((number) => ({ __typename: 'Person', credential: `RIC:${number}` })),
});
const opened = (key: string, minute: number, more: Record<string, string> = {}) =>
  exampleCase({ 受理号: key, 申请时间: `2026年06月01日 09时${String(minute).padStart(2, '0')}分`, ...more });
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => opened(`K${String(index).padStart(3, '0')}`, index % 60));
const keysIn = (list: List | undefined) => list?.edges.map(({ node }) => node?.acceptanceNo);

describe("a person's notary cases", () => {
  it('come newest first, from every system, as far as the caller may see them', async () => {
    const foreign = opened('FOREIGN', 30, { 当事人列表: partyXml('申请人', '甲方', '480101195209070223') });
    await using north = await startFakeNotarySystem([opened('OLD', 1), opened('NEW', 40), foreign]);
    await using east = await startFakeNotarySystem([opened('EAST', 20, { 地区代码: '480201' })]);
    await using graph = await startTestSubgraph(`48=${north.url},4802=${east.url}`);
    const { data, errors } = await graph.ask(
      ZHANG,
      PERSONS,
      personsOf('480101198503121013', '480101195209070223'),
    );
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({
      _entities: [
        { notaryCases: [{ id: 'NO-480101-NEW' }, { id: 'NO-480201-EAST' }, { id: 'NO-480101-OLD' }] },
        { notaryCases: [] },
      ],
    });
  });

  it('are asked for together, fifty persons a query', async () => {
    await using system = await startFakeNotarySystem([]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const persons = Array.from({ length: 120 }, (_, index) => ({
      __typename: 'Person',
      credential: `PASSPORT:X${10_000 + index}`,
    }));
    await graph.ask(ZHANG, PERSONS, { p: persons });
    expect(system.asked.map(({ operation, keys }) => [operation, keys.length])).toEqual([
      ['按当事人查询', 50],
      ['按当事人查询', 50],
      ['按当事人查询', 20],
    ]);
  });

  it('need no call for a document that cannot be, nor for synthetic ones in production', async () => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    await using graph = await startTestSubgraph(`11=${system.url}`, { production: true });
    const { data } = await graph.ask(ZHANG, PERSONS, personsOf('480101198503121013', '123'));
    expect(data).toEqual({ _entities: [{ notaryCases: [] }, { notaryCases: [] }] });
    expect(system.asked).toEqual([]);
  });

  it('are null with an error when a system is down, never a list that looks complete', async () => {
    await using north = await startFakeNotarySystem([exampleCase()]);
    await using east = await startFakeNotarySystem([]);
    east.setFault('slow');
    await using graph = await startTestSubgraph(`48=${north.url},4802=${east.url}`, { agencyTimeoutMs: 100 });
    const { data, errors } = await graph.ask(ZHANG, PERSONS, personsOf('480101198503121013'));
    expect(data).toEqual({ _entities: [{ notaryCases: null }] });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['AGENCY_TIMEOUT']);
  });

  it('are not told to staff without a purpose', async () => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const caller = { ...OFFICER, purpose: null };
    const { errors } = await graph.ask(caller, PERSONS, personsOf('480101198503121013'));
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_REQUIRED']);
    expect(system.asked).toEqual([]);
  });
});

describe('the list of notary cases', () => {
  it('is paged to its end without gap or double, over systems, and a page beyond the end is empty', async () => {
    await using north = await startFakeNotarySystem(many(70));
    await using east = await startFakeNotarySystem([opened('EAST', 33, { 地区代码: '480201' })]);
    await using graph = await startTestSubgraph(`48=${north.url},4802=${east.url}`);
    const seen: (string | undefined)[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const { data, errors } = await graph.ask(AUDITOR, LIST, { first: 30, after });
      const list = data?.notaryCases as List;
      expect(errors).toBeUndefined();
      expect(list.totalCount).toBe(71);
      expect(list.pageInfo.hasNextPage).toBe(page < 2);
      seen.push(...(keysIn(list) ?? []));
      after = list.pageInfo.endCursor;
    }
    expect(seen).toHaveLength(71);
    expect(new Set(seen).size).toBe(71);
    const { data } = await graph.ask(AUDITOR, LIST, { first: 30, after });
    expect(data?.notaryCases).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 71,
    });
  });

  it('takes two calls for a hundred cases', async () => {
    await using system = await startFakeNotarySystem(many(120));
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { data } = await graph.ask(AUDITOR, LIST, { first: 100 });
    expect(keysIn(data?.notaryCases as List)).toHaveLength(100);
    expect(system.asked).toHaveLength(2);
  });

  it("asks within an officer's regions, for the wills of the officer's own office alone", async () => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const filter = {
      status: ['ISSUED', 'ARCHIVED'],
      openedFrom: '2026-06-01T00:00:00+08:00',
      openedTo: '2026-07-01T00:00:00+08:00',
    };
    const { data } = await graph.ask(OFFICER, LIST, { filter });
    expect(keysIn(data?.notaryCases as List)).toEqual(['GZ20260001']);
    const text = system.asked[0]?.text;
    expect(text).toContain('<地区前缀列表><地区前缀>4801</地区前缀></地区前缀列表>');
    expect(text).toContain('<遗嘱所属机构>32480101TEAT00031H</遗嘱所属机构><含封存>否</含封存>');
    expect(text).toContain('<状态列表><状态>已出证</状态><状态>归档</状态></状态列表>');
    expect(text).toContain(
      '<申请时间起>2026年06月01日 00时00分</申请时间起><申请时间止>2026年07月01日 00时00分</申请时间止>',
    );
  });

  it('asks for sealed cases only for an auditor who may read them, and never for wills', async () => {
    await using system = await startFakeNotarySystem([]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    await graph.ask({ ...AUDITOR, scopes: ['sealed:read'], organization: '32480101TEAT00031H' }, LIST);
    expect(system.asked[0]?.text).toContain('<遗嘱所属机构/><含封存>是</含封存>');
  });

  it('leaves no edge for a case that a system should not have sent', async () => {
    const will = exampleCase({ 保密标记列表: '<保密标记>遗嘱保密</保密标记>', 受理号: 'WILL' });
    await using system = await startFakeNotarySystem([will, exampleCase()]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { data } = await graph.ask(AUDITOR, LIST);
    expect(keysIn(data?.notaryCases as List)).toEqual(['GZ20260001']);
  });

  it('nulls one entry that cannot be read', async () => {
    await using system = await startFakeNotarySystem([exampleCase(), opened('BAD', 1, { 状态: '已移交' })]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { data, errors } = await graph.ask(AUDITOR, LIST);
    expect((data?.notaryCases as List | undefined)?.edges.map(({ node }) => node)).toEqual([
      { acceptanceNo: 'GZ20260001' },
      null,
    ]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['AGENCY_SCHEMA_DRIFT']);
  });

  it.each([
    ['citizens', STRANGER],
    ['staff of another service', { ...OFFICER, service: 'MEDIATION' }],
    ['staff of another region', { ...OFFICER, regions: [] }],
  ])('is empty for %s, and no system is asked', async (_who, caller) => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { data } = await graph.ask(caller, LIST);
    expect(data?.notaryCases).toMatchObject({ edges: [], totalCount: 0 });
    expect(system.asked).toEqual([]);
  });

  it.each([
    ['too many at once', { first: 101 }],
    ['none at all', { first: 0 }],
    ['a cursor of another list', { after: Buffer.from('c:["x"]').toString('base64url') }],
    ['a cursor that is none', { after: 'zzz' }],
    ['a region that cannot be', { filter: { region: '48;DROP' } }],
  ])('refuses %s', async (_what, variables) => {
    await using system = await startFakeNotarySystem([exampleCase()]);
    await using graph = await startTestSubgraph(`48=${system.url}`);
    const { errors } = await graph.ask(AUDITOR, LIST, variables);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(system.asked).toEqual([]);
  });
});
