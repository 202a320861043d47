import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServiceStatistics } from '@tongban/kit';
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
  other.misbehave = null;
  agency.calls.length = 0;
});
afterAll(async () => {
  await app.close();
  await agency.close();
  await other.close();
});

const bureau = { ...callers.bureau, regions: ['48'], purpose: 'STATISTICS' };
const ask = (caller: PartialCaller) =>
  execute<{ forensicAppraisalStatistics: ServiceStatistics[] | null }>(app, {
    query: `{
      forensicAppraisalStatistics(from: "2026-03", to: "2026-03", by: COUNTY) {
        service region month opened closed medianDays dueSteps overdueSteps isSuppressed
      }
    }`,
    caller,
  });
const casesOf = (region: string, count: number, change: object = {}) =>
  Array.from({ length: count }, (_, index) => ({ ...wireAppraisal(`A${index + 100}`, region), ...change }));

describe('figures of forensic appraisal', () => {
  it('count every page of every system', async () => {
    agency.cases = casesOf('480101', 230);
    other.cases = casesOf('489901', 5, { closedTime: null });
    const { data, errors, access } = await ask({ ...callers.auditor, purpose: 'STATISTICS' });

    expect(errors).toBeUndefined();
    const [city, county] = data?.forensicAppraisalStatistics ?? [];
    // Received on 23 March, closed on 18 May.
    expect(city).toMatchObject({
      service: 'FORENSIC_APPRAISAL',
      region: '480101',
      month: '2026-03',
      opened: 230,
      closed: 230,
      medianDays: 56,
      isSuppressed: false,
    });
    expect(city?.dueSteps).toBeGreaterThanOrEqual(230);
    expect(county).toMatchObject({ region: '489901', opened: 5, closed: 0, medianDays: null });
    // Nobody is noted as touched.
    expect(access).toBeUndefined();
    expect(agency.calls.map(({ body }) => [body.page, body.regionPrefixes, body.receivedFrom])).toEqual(
      [1, 2, 3].map((page) => [page, ['48'], Date.parse('2026-03-01T00:00:00+08:00')]),
    );
  });

  it('are the same whether there are sealed cases or not', async () => {
    agency.cases = casesOf('480101', 6);
    const without = await ask(bureau);
    agency.cases = [...casesOf('480101', 6), ...casesOf('480101', 2, { secrecyMarks: ['sealed'] })];

    expect((await ask(bureau)).data).toEqual(without.data);
    expect(without.data?.forensicAppraisalStatistics?.[0]?.opened).toBe(6);
    expect(agency.calls.map(({ body }) => body.withSealed)).toEqual([false, false]);
  });

  it('are an error, not smaller, where a system is down', async () => {
    agency.cases = casesOf('480101', 6);
    other.misbehave = (response) => response.writeHead(503).end();
    const { data, errors } = await ask(bureau);

    expect(data).toEqual({ forensicAppraisalStatistics: null });
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
  });

  it('are for the bureau and auditors; others get null without an error', async () => {
    for (const caller of [callers.zhang, callers.lawyer, callers.officer, callers.client]) {
      expect(await ask(caller)).toMatchObject({
        data: { forensicAppraisalStatistics: null },
        errors: undefined,
      });
    }
    expect((await ask({ ...bureau, purpose: null })).errors).toMatchObject([
      { extensions: { code: 'PURPOSE_REQUIRED' } },
    ]);
    expect(agency.calls).toEqual([]);
  });
});
