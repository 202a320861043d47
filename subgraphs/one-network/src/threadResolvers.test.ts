import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CONTRACTOR, ZHANG } from './testPointers.ts';
import { citizen, startTestSubgraph, type TestSubgraph } from './testSubgraph.ts';

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph();
}, 60_000);
afterAll(() => subgraph.stop());
beforeEach(() => {
  subgraph.statements.length = 0;
});

describe('threads', () => {
  const seen = (ref: string, stage = 'IN_PROGRESS', openedAt = '2026-03-02T09:00:00+08:00') => ({
    visibleRef: ref,
    stage,
    openedAt,
  });
  const thread = (members: unknown, ref = 'CT-2026-00000001') => ({ __typename: 'CaseThread', ref, members });
  const shown =
    '... on CaseThread { threadNo title stage openedAt cases { ... on LegalAidCase { ref } ... on MediationCase { ref } ... on ForensicAppraisalCase { ref } ... on NotaryCase { ref } } }';

  it('are the same for an unknown number and for one whose cases are hidden', async () => {
    const query = 'query ($no: ID!) { thread(threadNo: $no) { __typename ref } }';
    for (const no of ['CT-2026-00000001', 'CT-2026-12345678']) {
      expect((await subgraph.ask(query, citizen(ZHANG), { no })).data).toEqual({
        thread: { __typename: 'CaseThread', ref: no },
      });
    }
    expect((await subgraph.ask(query, citizen(ZHANG), { no: '1' })).data).toEqual({ thread: null });
    const { entities: found } = await subgraph.entities(
      citizen(ZHANG),
      shown,
      thread([], 'CT-2026-12345678'),
      thread([{}, {}, {}, {}]),
      thread([null, null, null, null]),
    );
    expect(found).toEqual([null, null, null]);
  });

  it.each([
    [
      'CT-2026-00000002',
      ['NO-480101-N2', 'ME-480101-M2', 'FA-480101-0', 'LA-480101-0', 'ME-480101-0', 'NO-480101-0'],
    ],
    ['CT-2026-12345678', ['no:0', 'no:0', 'no:0', 'no:0']],
  ])(
    'of number %s point to all their members, and to a case of each service that is none',
    async (no, refs) => {
      const { data } = await subgraph.ask(
        `query ($no: ID!) { thread(threadNo: $no) { members { __typename ... on NotaryCase { ref } ... on MediationCase { ref }
        ... on LegalAidCase { ref } ... on ForensicAppraisalCase { ref } } } }`,
        citizen(ZHANG),
        { no },
      );
      const { thread: found } = data as { thread: { members: { __typename: string; ref: string }[] } };
      const { members } = found;
      expect(members.map(({ ref }) => ref).slice(0, -4)).toEqual(refs.slice(0, -4));
      expect(
        members
          .map(({ ref }) => ref)
          .slice(-4)
          .toSorted(),
      ).toEqual(refs.slice(-4));
      expect(new Set(members.slice(-4).map(({ __typename }) => __typename)).size).toBe(4);
    },
  );

  it('drop without a gap a hidden case, and one whose agency is down, since it may be hidden', async () => {
    const members = [
      {},
      seen('ME-480101-M1', 'DECIDED', '2026-03-05T09:00:00+08:00'),
      { visibleRef: null, stage: null, openedAt: null },
      seen('NO-480101-N1', 'PAUSED', '2026-03-04T09:00:00+08:00'),
    ];
    const { entities: found, errors } = await subgraph.entities(citizen(CONTRACTOR), shown, thread(members));
    expect(errors).toBeUndefined();
    expect(found).toEqual([
      {
        threadNo: 'CT-2026-00000001',
        title: '提供劳务受害责任纠纷',
        stage: 'PAUSED',
        openedAt: '2026-03-04T09:00:00+08:00',
        cases: [{ ref: 'ME-480101-M1' }, { ref: 'NO-480101-N1' }],
      },
    ]);
  });

  it('are null where nothing visible is left, even while an agency is down', async () => {
    const { entities: found } = await subgraph.entities(
      citizen(ZHANG),
      shown,
      thread([{ visibleRef: null }, {}, {}, {}]),
    );
    expect(found).toEqual([null]);
  });

  it('do not take the answer about one case for another', async () => {
    const { entities: found } = await subgraph.entities(
      citizen(ZHANG),
      shown,
      thread([seen('ME-480101-M1'), seen('LA-480101-A1'), {}, {}]),
    );
    expect(found).toEqual([null]);
  });

  it.each([
    [['CLOSED', 'WAITING_ON_PARTY', 'IN_PROGRESS'], 'WAITING_ON_PARTY'],
    [['DECIDED', 'PAUSED', 'OPEN'], 'OPEN'],
    [['WITHDRAWN', 'CLOSED', 'REFUSED'], 'CLOSED'],
  ])('with cases at %j stand at %s', async (stages, expected) => {
    const refs = ['LA-480101-A1', 'ME-480101-M1', 'FA-480101-F1'];
    const members = [...stages.map((stage, index) => seen(refs[index] ?? '', stage)), {}];
    const { entities: found } = await subgraph.entities(
      citizen(ZHANG),
      '... on CaseThread { stage }',
      thread(members),
    );
    expect(found).toEqual([{ stage: expected }]);
  });

  it('are loaded together', async () => {
    await subgraph.entities(citizen(ZHANG), shown, thread([]), thread([], 'CT-2026-00000002'));
    expect(subgraph.statements).toHaveLength(1);
  });
});

describe('the timeline of a thread', () => {
  const step = (at: string, event: string) => ({
    service: 'MEDIATION',
    from: null,
    to: 'X',
    toLabel: '某',
    event,
    at,
    actorRole: 'MEDIATOR',
    documentNo: null,
  });
  const members = [
    {
      visibleRef: 'LA-480101-A1',
      statusHistory: [step('2026-03-02T09:00:00+08:00', 'A'), step('2026-03-03T09:00:00+08:00', 'D')],
    },
    {
      visibleRef: 'ME-480101-M1',
      statusHistory: [step('2026-03-02T09:00:00+08:00', 'B'), step('2026-03-02T01:00:00Z', 'C')],
    },
    {},
    { visibleRef: null, statusHistory: null },
  ];
  const timeline = async (parameters: string, answered: unknown[] = members) => {
    const { entities: found, errors } = await subgraph.entities(
      citizen(ZHANG),
      `... on CaseThread { timeline${parameters} { totalCount pageInfo { hasNextPage endCursor } edges { node { at event case { __typename } } } } }`,
      { __typename: 'CaseThread', ref: 'CT-2026-00000001', members: answered },
    );
    type Timeline = {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; endCursor: string };
      edges: { node: { at: string; event: string; case: { __typename: string } } }[];
    };
    return { page: (found as ({ timeline: Timeline } | null)[] | undefined)?.[0]?.timeline, errors };
  };
  const events = (page: Awaited<ReturnType<typeof timeline>>['page']) =>
    page?.edges.map(({ node }) => node.event).join('');

  it('has every step in order of time; ties by case, then as the case has them', async () => {
    const { page } = await timeline('');
    expect(events(page)).toBe('ABCD');
    expect(page?.totalCount).toBe(4);
    expect(page?.edges[1]?.node).toEqual({
      at: '2026-03-02T09:00:00+08:00',
      event: 'B',
      case: { __typename: 'MediationCase' },
    });
  });

  it('is paged by place: a step that is recorded late moves nothing', async () => {
    const first = (await timeline('(first: 2)')).page;
    expect(events(first)).toBe('AB');
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const late = { visibleRef: 'FA-480101-F1', statusHistory: [step('2026-03-01T09:00:00+08:00', 'Z')] };
    const second = (
      await timeline(`(after: "${first?.pageInfo.endCursor}")`, [...members.slice(0, 2), late, {}])
    ).page;
    expect(events(second)).toBe('CD');
  });

  it('refuses a cursor of another list', async () => {
    const cursor = Buffer.from('c:[1,"LA-480101-A1"]').toString('base64url');
    expect((await timeline(`(after: "${cursor}")`)).errors).toMatchObject([
      { extensions: { code: 'BAD_USER_INPUT' } },
    ]);
  });
});
