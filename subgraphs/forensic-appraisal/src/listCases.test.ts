import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { execute, type PartialCaller } from '@tongban/kit/testing';
import type { FastifyInstance } from 'fastify';
import { type FakeAgency, startFakeAgency } from './testing/fakeAgency.ts';
import { callers, testSubgraph } from './testing/testSubgraph.ts';
import { wireAppraisal } from './testing/wireAppraisal.ts';

let agency: FakeAgency;
let other: FakeAgency;
let app: FastifyInstance;
beforeAll(async () => {
  agency = await startFakeAgency();
  other = await startFakeAgency();
  app = await testSubgraph(`48=${agency.url},4899=${other.url}`);
});
beforeEach(() => {
  agency.cases = [];
  other.cases = [];
  agency.calls.length = 0;
  other.calls.length = 0;
});
afterAll(async () => {
  await app.close();
  await agency.close();
  await other.close();
});

interface List {
  readonly edges: readonly { readonly node: { readonly id: string } | null; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

async function list(caller: PartialCaller, variables: Record<string, unknown> = {}) {
  const answer = await execute<{ forensicAppraisalCases: List | null }>(app, {
    query: `query ($filter: ForensicAppraisalCaseFilter, $first: Int, $after: String) {
      forensicAppraisalCases(filter: $filter, first: $first, after: $after) {
        edges { cursor node { id } } pageInfo { hasNextPage endCursor } totalCount } }`,
    variables,
    caller,
  });
  return { ...answer, list: answer.data?.forensicAppraisalCases ?? null };
}

const day = (caseId: string, date: string, region = '480101') => ({
  ...wireAppraisal(caseId, region),
  receivedTime: Date.parse(`${date}T09:00:00+08:00`),
});
const idsOf = (page: List | null) => page?.edges.map(({ node }) => node?.id ?? null);

describe('the list of cases', () => {
  it('is merged over systems, newest first, and goes on after a cursor without gap or repetition', async () => {
    agency.cases = Array.from({ length: 9 }, (_, index) => day(`A${index}`, `2026-01-0${index + 1}`));
    other.cases = [day('B1', '2026-01-03', '489901'), day('B2', '2026-01-08', '489902')];
    const seen: (string | null)[] = [];
    let after: string | null = null;
    for (const first of [3, 2, 4, 100]) {
      const page: List | null = (await list(callers.auditor, { first, after })).list;
      seen.push(...(idsOf(page) ?? []));
      expect(page?.totalCount).toBe(11);
      expect(page?.pageInfo.hasNextPage).toBe(first !== 100);
      after = page?.pageInfo.endCursor ?? null;
    }
    expect(seen.map((id) => id?.slice(10))).toEqual([
      'A8',
      'A7',
      'B2',
      'A6',
      'A5',
      'A4',
      'A3',
      'A2',
      'B1',
      'A1',
      'A0',
    ]);
  });

  it('does not repeat cases when a new one comes in between', async () => {
    agency.cases = [day('A1', '2026-01-01'), day('A2', '2026-01-02')];
    const first = (await list(callers.auditor, { first: 1 })).list;
    agency.cases = [...agency.cases, day('A3', '2026-11-24')];
    const second = (await list(callers.auditor, { first: 1, after: first?.pageInfo.endCursor })).list;
    expect([idsOf(first), idsOf(second)]).toEqual([['FA-480101-A2'], ['FA-480101-A1']]);
  });

  it('is empty beyond the end', async () => {
    agency.cases = [day('A1', '2026-01-01')];
    const only = (await list(callers.auditor)).list;
    const beyond = (await list(callers.auditor, { after: only?.pageInfo.endCursor })).list;
    expect(beyond).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 1 });
  });

  it('keeps staff to their regions and to the filter', async () => {
    agency.cases = [day('A1', '2026-01-01'), day('A2', '2026-01-02', '480202')];
    expect(idsOf((await list(callers.officer)).list)).toEqual(['FA-480101-A1']);
    expect(other.calls).toEqual([]);
    expect((await list(callers.officer, { filter: { region: '4802' } })).list).toMatchObject({
      edges: [],
      totalCount: 0,
    });
    const filter = {
      status: ['ISSUED', 'CORRECTED'],
      region: '480101',
      openedFrom: '2026-01-01T00:00:00+08:00',
    };
    await list(callers.officer, { filter: { ...filter, openedTo: '2026-02-01T00:00:00+08:00' } });
    expect(agency.calls.at(-1)?.body).toMatchObject({
      caseStatuses: [70, 71],
      regionPrefixes: ['480101'],
      receivedFrom: Date.parse('2026-01-01T00:00:00+08:00'),
      receivedTo: Date.parse('2026-02-01T00:00:00+08:00'),
      withSealed: false,
    });
  });

  it.each(['zhang', 'lawyer', 'client', 'bureau'] as const)(
    'is empty for %s, and no system is asked',
    async (name) => {
      agency.cases = [day('A1', '2026-01-01')];
      const { list: page, errors } = await list(callers[name]);
      expect(errors).toBeUndefined();
      expect(page).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 });
      expect(agency.calls).toEqual([]);
    },
  );

  it('counts sealed cases only for an auditor with leave', async () => {
    agency.cases = [{ ...day('A1', '2026-01-01'), secrecyMarks: ['sealed'] }];
    expect((await list(callers.auditor)).list?.totalCount).toBe(0);
    const allowed = (await list({ ...callers.auditor, scopes: ['sealed:read'] })).list;
    expect(idsOf(allowed)).toEqual(['FA-480101-A1']);
  });

  it('puts an error in the place of a case that cannot be read', async () => {
    agency.cases = [day('A1', '2026-01-01'), { ...day('A2', '2026-01-02'), caseStatus: 999 }];
    const { list: page, errors } = await list(callers.officer);
    expect(idsOf(page)).toEqual([null, 'FA-480101-A1']);
    expect(errors).toMatchObject([
      { path: ['forensicAppraisalCases', 'edges', 0, 'node'], extensions: { code: 'AGENCY_SCHEMA_DRIFT' } },
    ]);
  });

  it.each([
    [{ first: 0 }],
    [{ first: 101 }],
    [{ after: 'nonsense' }],
    [{ after: Buffer.from('c:{"begunAt":-1,"behind":{}}').toString('base64url') }],
    [{ filter: { region: "48' OR 1" } }],
  ])('refuses %j', async (variables) => {
    const { errors } = await list(callers.officer, variables);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(agency.calls).toEqual([]);
  });
});
