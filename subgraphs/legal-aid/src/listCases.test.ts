import { afterEach, describe, expect, it } from '@jest/globals';
import { restCase } from './testing/restCase.ts';
import { type Agency, startAgency } from './testing/startAgency.ts';
import { callers, type Subgraph, startSubgraph } from './testing/startSubgraph.ts';

interface Listed {
  readonly legalAidCases: {
    readonly edges: readonly { readonly node: { readonly id: string } | null; readonly cursor: string }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly totalCount: number;
  } | null;
}

let agencies: Agency[];
let subgraph: Subgraph;
afterEach(async () => {
  await subgraph.app.close();
  await Promise.all(agencies.map((agency) => agency.close()));
});

async function start(systems: Readonly<Record<string, Parameters<typeof startAgency>[0]>>) {
  const entries = await Promise.all(
    Object.entries(systems).map(async ([prefix, cases]) => ({ prefix, agency: await startAgency(cases) })),
  );
  agencies = entries.map(({ agency }) => agency);
  subgraph = await startSubgraph(entries.map(({ prefix, agency }) => `${prefix}=${agency.url}`).join(','));
}

function list(caller: Parameters<Subgraph['ask']>[0], args: Record<string, unknown> = {}) {
  return subgraph.ask<Listed>(
    caller,
    `query ($filter: LegalAidCaseFilter, $first: Int, $after: String) {
      legalAidCases(filter: $filter, first: $first, after: $after) {
        edges { node { id } cursor } pageInfo { hasNextPage endCursor } totalCount
      }
    }`,
    args,
  );
}

/** `count` cases of a region, one for each minute, every other minute from `offset`. */
function casesOf(region: string, count: number, offset: number) {
  return Array.from({ length: count }, (_, n) =>
    restCase({ key: `K${n + 10}`, region, openedAt: `2026-03-02T09:${n * 2 + offset + 10}:00+08:00` }),
  );
}

describe('the list of legal aid cases', () => {
  it('merges the systems newest first and leaves out nothing over its pages', async () => {
    await start({ 48: casesOf('480101', 11, 0), 49: casesOf('490101', 9, 1) });
    const auditor = callers.auditor;
    const seen: string[] = [];
    const sizes: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { data } = await list(auditor, { first: 6, after });
      const page: Listed['legalAidCases'] = data?.legalAidCases ?? null;
      sizes.push(page?.edges.length ?? 0);
      seen.push(...(page?.edges.map(({ node }) => node?.id ?? '') ?? []));
      expect(page?.totalCount).toBe(20);
      after = page?.pageInfo.endCursor ?? null;
      more = page?.pageInfo.hasNextPage ?? false;
    }

    expect(sizes).toEqual([6, 6, 6, 2]);
    expect(new Set(seen).size).toBe(20);
    expect(seen.slice(0, 4)).toEqual(['LA-480101-K20', 'LA-480101-K19', 'LA-490101-K18', 'LA-480101-K18']);
  });

  it('is an empty page beyond the end', async () => {
    await start({ 48: casesOf('480101', 3, 0) });
    const { data: first } = await list(callers.auditor, { first: 3 });
    const { data } = await list(callers.auditor, {
      first: 3,
      after: first?.legalAidCases?.pageInfo.endCursor,
    });

    expect(data?.legalAidCases).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 3,
    });
  });

  it('asks for the regions of an officer only, and only the systems that have them', async () => {
    await start({ 48: casesOf('480101', 1, 0), 49: casesOf('490101', 1, 0) });
    const officer = { ...callers.officer, regions: ['4801', '480101', '4802'] };
    await list(officer, {
      filter: { status: ['IN_PROGRESS', 'ASSIGNED'], region: '48', openedFrom: '2026-01-01T00:00:00+08:00' },
    });
    await list(officer, { filter: { region: '480199' } });
    await list(officer, { filter: { region: '49' } });

    const [first, second] = agencies;
    expect(first?.calls.map(({ query }) => query.get('region'))).toEqual(['4801,4802', '480199']);
    expect(first?.calls[0]?.query.get('status')).toBe('IN_PROGRESS,ASSIGNED');
    expect(first?.calls[0]?.query.get('openedFrom')).toBe('2026-01-01T00:00:00+08:00');
    expect(first?.calls[0]?.query.get('sealed')).toBeNull();
    expect(second?.calls).toEqual([]);
  });

  it('is empty for everybody else, and no system is asked', async () => {
    await start({ 48: casesOf('480101', 1, 0) });
    for (const caller of [callers.zhang, callers.lawyer, callers.notary, callers.court]) {
      const { data } = await list(caller);
      expect(data?.legalAidCases).toEqual({
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: null },
        totalCount: 0,
      });
    }
    expect(agencies[0]?.calls).toEqual([]);
  });

  it('asks for sealed cases only where an auditor may read them', async () => {
    await start({ 48: [] });
    await list(callers.auditor);
    await list(callers.sealedAuditor);

    expect(agencies[0]?.calls.map(({ query }) => query.get('sealed'))).toEqual([null, 'include']);
  });

  it('nulls a case that cannot be read, and it alone', async () => {
    await start({ 48: [restCase({ key: 'A' }), { ...restCase({ key: 'B' }), status: 'ON_THE_MOON' }] });
    const { data, errors } = await list(callers.officer);

    expect(data?.legalAidCases?.edges.map(({ node }) => node)).toEqual([null, { id: 'LA-480101-A' }]);
    expect(errors).toMatchObject([
      { path: ['legalAidCases', 'edges', 0, 'node'], extensions: { code: 'AGENCY_SCHEMA_DRIFT' } },
    ]);
  });

  it('is null, with the reason, when a system is down', async () => {
    await start({ 48: casesOf('480101', 1, 0), 49: casesOf('490101', 1, 0) });
    agencies[1]?.misbehave((_request, response) => response.writeHead(503).end());
    const { data, errors } = await list(callers.auditor);

    expect(data).toEqual({ legalAidCases: null });
    expect(errors).toMatchObject([{ path: ['legalAidCases'], extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
  });

  it.each([
    [{ first: 0 }],
    [{ first: 101 }],
    [{ after: 'nonsense' }],
    [{ after: Buffer.from('c:{"48":"a b"}').toString('base64url') }],
    [{ filter: { region: '4801%' } }],
  ])('refuses %j', async (args) => {
    await start({ 48: [] });
    const { errors } = await list(callers.officer, args);

    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(agencies[0]?.calls).toEqual([]);
  });

  it('asks an officer for a purpose', async () => {
    await start({ 48: [] });
    const { errors } = await list({ ...callers.officer, accessCase: null });

    expect(errors).toMatchObject([{ extensions: { code: 'PURPOSE_REQUIRED' } }]);
  });
});
