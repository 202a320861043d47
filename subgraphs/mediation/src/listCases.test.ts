import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type FakeSystem, runFakeSystem } from './testing/runFakeSystem.ts';
import { auditor, officer, runTestSubgraph, type TestSubgraph, zhang } from './testing/runTestSubgraph.ts';
import { wireMediation } from './testing/wireMediation.ts';

interface Page {
  readonly mediationCases: {
    readonly edges: readonly { readonly node: { readonly id: string } | null; readonly cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount?: number;
  } | null;
}

const day = (date: number) => `2026-09-${String(date).padStart(2, '0')} 09:00:00`;

describe('the list of mediations', () => {
  let city: FakeSystem;
  let county: FakeSystem;
  let subgraph: TestSubgraph;
  beforeEach(async () => {
    city = await runFakeSystem(
      [1, 3, 5, 7].map((date) => wireMediation(`C${date}`, { registered_at: day(date) })),
    );
    county = await runFakeSystem([
      ...[2, 4, 6].map((date) =>
        wireMediation(`T${date}`, { region_code: '480202', registered_at: day(date) }),
      ),
      wireMediation('T8', { region_code: '480202', registered_at: day(8), secrecy: ['封存'] }),
    ]);
    subgraph = await runTestSubgraph({ 48: city.url, 4802: county.url });
  });
  afterEach(async () => {
    await subgraph.app.close();
    await Promise.all([city.close(), county.close()]);
  });

  const list = (caller: typeof officer, args = '', more = '') =>
    subgraph.ask<Page>(
      caller,
      `{ mediationCases${args} { edges { node { id } cursor } pageInfo { hasNextPage endCursor } ${more} } }`,
    );
  const idsOf = ({ data }: { readonly data: Page | null | undefined }) =>
    data?.mediationCases?.edges.map(({ node }) => node?.id.slice(-2));

  it('merges the systems, newest first, and goes on where it stopped', async () => {
    const seen: (string | undefined)[] = [];
    let after: string | null = null;
    for (;;) {
      const page = await list(
        auditor,
        `(first: 3${after === null ? '' : `, after: "${after}"`})`,
        'totalCount',
      );
      expect(page.data?.mediationCases?.totalCount).toBe(7);
      seen.push(...(idsOf(page) ?? []));
      after = page.data?.mediationCases?.pageInfo.endCursor ?? null;
      if (page.data?.mediationCases?.pageInfo.hasNextPage !== true) break;
    }
    expect(seen).toEqual(['C7', 'T6', 'C5', 'T4', 'C3', 'T2', 'C1']);

    const beyond = await list(auditor, `(after: "${after}")`);
    expect(beyond.data?.mediationCases).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('goes on after any edge', async () => {
    const { data } = await list(auditor, '(first: 5)');
    const cursor = data?.mediationCases?.edges[1]?.cursor;
    expect(idsOf(await list(auditor, `(first: 2, after: "${cursor}")`))).toEqual(['C5', 'T4']);
  });

  it('shows staff their own regions and asks only the systems that can have them', async () => {
    expect(idsOf(await list(officer))).toEqual(['C7', 'C5', 'C3', 'C1']);
    expect([city.calls.length, county.calls.length]).toEqual([1, 0]);
    expect(city.calls[0]?.query.get('regions')).toBe('4801');

    const ofCounty = { ...officer, regions: ['4802', '480202'] };
    expect(idsOf(await list(ofCounty, '(filter: { region: "48" })'))).toEqual(['T6', 'T4', 'T2']);
    expect(idsOf(await list(ofCounty, '(filter: { region: "4801" })'))).toEqual([]);
    expect([city.calls.length, county.calls.length]).toEqual([1, 1]);
  });

  it('counts only when asked', async () => {
    await list(officer);
    expect(city.calls).toHaveLength(1);
    await list(officer, '', 'totalCount');
    expect(city.calls).toHaveLength(3);
  });

  it('leaves sealed cases out, from the count too, but for an auditor who may open seals', async () => {
    const opener = { ...auditor, scopes: ['sealed:read'] };
    expect(idsOf(await list(opener))?.[0]).toBe('T8');
    expect((await list(opener, '', 'totalCount')).data?.mediationCases?.totalCount).toBe(8);
    expect(idsOf(await list(auditor))).not.toContain('T8');
  });

  it('is empty for everybody else, and nobody is asked', async () => {
    for (const caller of [zhang, { ...officer, service: 'NOTARY' }, { ...officer, regions: [] }]) {
      const { data, errors } = await list(caller, '', 'totalCount');
      expect([data?.mediationCases?.edges, data?.mediationCases?.totalCount, errors]).toEqual([
        [],
        0,
        undefined,
      ]);
    }
    expect([city.calls.length, county.calls.length]).toEqual([0, 0]);
  });

  it('passes status and time on in the words of the system', async () => {
    const filter =
      '(filter: { status: [MEDIATING, AGREED], openedFrom: "2026-09-01T00:00:00Z", openedTo: "2026-10-01T00:00:00+08:00" })';
    await list(officer, filter);
    const query = city.calls[0]?.query;
    expect([query?.get('statuses'), query?.get('registered_from'), query?.get('registered_to')]).toEqual([
      '调解中,达成协议',
      '2026-09-01 08:00:00',
      '2026-10-01 00:00:00',
    ]);
  });

  it.each([
    '(first: 0)',
    '(first: 101)',
    '(after: "broken")',
    `(after: "${Buffer.from('c:{"48":"../x"}').toString('base64url')}")`,
    '(filter: { region: "4x" })',
  ])('refuses %s', async (args) => {
    const { errors } = await list(officer, args);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(city.calls).toEqual([]);
  });

  it('refuses a time that is none', async () => {
    const query = 'query ($from: DateTime) { mediationCases(filter: { openedFrom: $from }) { totalCount } }';
    const { errors } = await subgraph.ask(officer, query, { from: '2026-02-30T00:00:00+08:00' });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  it('wants a purpose', async () => {
    const { errors } = await list({ ...officer, accessCase: null });
    expect(errors?.[0]?.extensions.code).toBe('PURPOSE_REQUIRED');
  });

  it('fails as a whole when one of its systems does not answer', async () => {
    await county.close();
    const { data, errors } = await list(auditor);
    expect([data, errors?.[0]?.extensions.code]).toEqual([{ mediationCases: null }, 'AGENCY_UNAVAILABLE']);
    expect(idsOf(await list(officer))).toHaveLength(4);
  });

  it('routes cases by the longest region prefix, each system asked once', async () => {
    const refs = ['ME-480101-C1', 'ME-480202-T2', 'ME-480101-C3', 'ME-480202-T4', 'ME-480202-C5'];
    const { cases } = await subgraph.cases(auditor, refs);
    expect(cases.map((found) => found?.id)).toEqual([...refs.slice(0, 4), undefined]);
    expect(city.calls.map(({ query }) => query.get('ids'))).toEqual(['C1,C3']);
    expect(county.calls.map(({ query }) => query.get('ids'))).toEqual(['T2,T4,C5']);

    // One province that is down takes nothing from the others.
    await county.close();
    const again = await subgraph.cases(auditor, refs);
    expect(again.cases.map((found) => found?.id)).toEqual([
      'ME-480101-C1',
      undefined,
      'ME-480101-C3',
      undefined,
      undefined,
    ]);
    expect(again.errors?.map(({ extensions }) => extensions.code)).toEqual(
      Array(3).fill('AGENCY_UNAVAILABLE'),
    );
  });

  it('is ready while one system answers', async () => {
    const ready = async () => (await subgraph.app.inject('/health/ready')).statusCode;
    expect(await ready()).toBe(200);
    await county.close();
    expect(await ready()).toBe(200);
    await city.close();
    expect(await ready()).toBe(503);
  });
});
