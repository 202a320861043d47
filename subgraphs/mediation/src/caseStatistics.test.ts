import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ServiceStatistics } from '@tongban/kit';
import type { PartialCaller } from '@tongban/kit/testing';
import { type FakeSystem, runFakeSystem } from './testing/runFakeSystem.ts';
import { auditor, officer, runTestSubgraph, type TestSubgraph, zhang } from './testing/runTestSubgraph.ts';
import { wireMediation } from './testing/wireMediation.ts';

const bureau: PartialCaller = {
  role: 'STAFF',
  service: 'BUREAU',
  regions: ['48'],
  purpose: 'STATISTICS',
  accessCase: 'REPORT-1',
};
const casesOf = (region: string, count: number, change: Readonly<Record<string, unknown>> = {}) =>
  Array.from({ length: count }, (_, index) =>
    wireMediation(`M${region}${index}`, { region_code: region, ...change }),
  );

describe('figures of mediation', () => {
  let city: FakeSystem;
  let county: FakeSystem;
  let subgraph: TestSubgraph;
  beforeEach(async () => {
    city = await runFakeSystem(casesOf('480101', 130, { closed_at: '2026-09-21 09:00:00' }));
    county = await runFakeSystem([
      ...casesOf('480202', 8),
      ...casesOf('480202', 2, { secrecy: ['封存'], id: 'SEALED' }),
    ]);
    subgraph = await runTestSubgraph({ 48: city.url, 4802: county.url });
  });
  afterEach(async () => {
    await subgraph.app.close();
    await Promise.all([city.close(), county.close()]);
  });
  const ask = (caller: PartialCaller) =>
    subgraph.ask<{ mediationStatistics: ServiceStatistics[] | null }>(
      caller,
      `{
        mediationStatistics(from: "2026-09", to: "2026-09", by: COUNTY) {
          service region month opened closed medianDays dueSteps overdueSteps isSuppressed
        }
      }`,
    );

  it('count every page of every system, and no sealed case', async () => {
    const { data, errors, access } = await ask({ ...auditor, purpose: 'STATISTICS' });

    expect(errors).toBeUndefined();
    const [first, second] = data?.mediationStatistics ?? [];
    expect(first).toMatchObject({
      service: 'MEDIATION',
      region: '480101',
      month: '2026-09',
      opened: 130,
      closed: 130,
      medianDays: 20,
      isSuppressed: false,
    });
    expect(first?.dueSteps).toBeGreaterThanOrEqual(130);
    expect(second).toMatchObject({ region: '480202', opened: 8, closed: 0, medianDays: null });
    // Nobody is noted as touched.
    expect(access).toBeUndefined();
    // Two pages, and a count because there is a second one.
    expect(city.calls.map(({ query }) => [query.get('page_size'), query.get('page_token')])).toEqual([
      ['100', null],
      ['1', null],
      ['100', 't100'],
    ]);
    expect(city.calls[0]?.query.get('registered_from')).toBe('2026-09-01 00:00:00');
    expect(city.calls[0]?.query.get('registered_to')).toBe('2026-10-01 00:00:00');
    expect(county.calls.map(({ query }) => query.get('sealed'))).toEqual(['exclude']);
  });

  it('are an error, not smaller, where a system is down', async () => {
    county.misbehave((_request, response) => response.writeHead(503).end());
    const { data, errors } = await ask(bureau);

    expect(data).toEqual({ mediationStatistics: null });
    expect(errors).toMatchObject([{ extensions: { code: 'AGENCY_UNAVAILABLE' } }]);
  });

  it('are for the bureau and auditors; others get null without an error', async () => {
    for (const caller of [zhang, officer, { ...bureau, service: 'COURT' }]) {
      expect(await ask(caller)).toMatchObject({ data: { mediationStatistics: null }, errors: undefined });
    }
    expect((await ask({ ...bureau, purpose: 'CASE_HANDLING' })).errors).toMatchObject([
      { extensions: { code: 'PURPOSE_REQUIRED' } },
    ]);
    expect([...city.calls, ...county.calls]).toEqual([]);
  });
});
