import { afterEach, describe, expect, it } from '@jest/globals';
import type { ServiceStatistics } from '@tongban/kit';
import { restCase } from './testing/restCase.ts';
import { type Agency, startAgency, type WireCase } from './testing/startAgency.ts';
import { callers, type Subgraph, startSubgraph } from './testing/startSubgraph.ts';

const bureau = { ...callers.bureau, regions: ['48'], purpose: 'STATISTICS' };
let agencies: Agency[] = [];
let subgraph: Subgraph;
afterEach(async () => {
  await subgraph.app.close();
  await Promise.all(agencies.map((agency) => agency.close()));
});

async function start(systems: Readonly<Record<string, readonly WireCase[]>>) {
  const entries = await Promise.all(
    Object.entries(systems).map(async ([prefix, cases]) => ({ prefix, agency: await startAgency(cases) })),
  );
  agencies = entries.map(({ agency }) => agency);
  subgraph = await startSubgraph(entries.map(({ prefix, agency }) => `${prefix}=${agency.url}`).join(','));
}

const ask = (caller: Parameters<Subgraph['ask']>[0], by = 'CITY') =>
  subgraph.ask<{ legalAidStatistics: ServiceStatistics[] | null }>(
    caller,
    `query ($by: StatisticsLevel) {
      legalAidStatistics(from: "2026-03", to: "2026-04", by: $by) {
        service region month opened closed medianDays dueSteps overdueSteps overdueRate isSuppressed
      }
    }`,
    { by },
  );

const casesOf = (region: string, count: number, change: Parameters<typeof restCase>[0] = {}) =>
  Array.from({ length: count }, (_, n) => restCase({ key: `K${n + 100}`, region, ...change }));

describe('figures of legal aid', () => {
  it('count every page of every system, each month by itself', async () => {
    await start({
      48: [
        ...casesOf('480101', 240),
        ...casesOf('480201', 10, { closedAt: '2026-03-12T09:00:00+08:00' }),
        ...casesOf('480202', 6, { openedAt: '2026-04-30T23:59:00+08:00', key: 'APRIL' }),
      ],
      4803: casesOf('480301', 5),
    });
    const { data, errors, access } = await ask(bureau);

    expect(errors).toBeUndefined();
    expect(
      data?.legalAidStatistics?.map(({ month, region, opened, closed, medianDays }) => [
        month,
        region,
        opened,
        closed,
        medianDays,
      ]),
    ).toEqual([
      ['2026-03', '4801', 240, 0, null],
      ['2026-03', '4802', 10, 10, 10],
      ['2026-03', '4803', 5, 0, null],
      ['2026-04', '4802', 6, 0, null],
    ]);
    // Figures are of nobody: nothing is noted as touched.
    expect(access).toBeUndefined();
    const pages = agencies[0]?.calls.map(({ query }) => Object.fromEntries(query)) ?? [];
    expect(pages).toContainEqual({
      region: '48',
      openedFrom: '2026-03-01T00:00:00+08:00',
      openedTo: '2026-04-01T00:00:00+08:00',
      cursor: '200',
      limit: '100',
      withTotal: 'true',
    });
  });

  it('tell how many steps came due and how many of them late, by the rules of legal aid', async () => {
    // Three months from the application to the decision: D-01 is missed; the other limits of the sample are kept.
    const { application } = restCase();
    const late = application && { ...application, receivedAt: '2025-12-02T09:00:00+08:00' };
    await start({ 48: [...casesOf('480101', 5, { application: late }), ...casesOf('480101', 15)] });
    const { data } = await ask(bureau);

    expect(data?.legalAidStatistics).toEqual([
      {
        service: 'LEGAL_AID',
        region: '4801',
        month: '2026-03',
        opened: 20,
        closed: 0,
        medianDays: null,
        dueSteps: 60,
        overdueSteps: 5,
        overdueRate: 5 / 60,
        isSuppressed: false,
      },
    ]);
  });

  it('are the same whether there are sealed cases or not', async () => {
    const sealed = casesOf('480101', 3, { secrecyMarks: ['minor', 'sealed'] });
    await start({ 48: casesOf('480101', 6) });
    const without = await ask(bureau);
    await subgraph.app.close();
    await Promise.all(agencies.map((agency) => agency.close()));
    await start({ 48: [...casesOf('480101', 6), ...sealed] });

    const sealedAuditor = { ...callers.sealedAuditor, purpose: 'STATISTICS' };
    expect((await ask(bureau)).data).toEqual(without.data);
    expect((await ask(sealedAuditor)).data).toEqual(without.data);
    expect(agencies[0]?.calls.map(({ query }) => query.get('sealed'))).toEqual([null, null, null, null]);
  });

  it('are withheld where they would be of fewer than five', async () => {
    await start({ 48: casesOf('480101', 4) });
    const { data } = await ask(bureau, 'PROVINCE');

    expect(data?.legalAidStatistics).toEqual([
      expect.objectContaining({ region: '48', opened: null, dueSteps: null, isSuppressed: true }),
    ]);
  });

  it('are an error, not smaller, where a system is down', async () => {
    await start({ 48: casesOf('480101', 6), 4803: casesOf('480301', 6) });
    agencies[1]?.misbehave((_request, response) => response.writeHead(503).end());
    const { data, errors } = await ask(bureau);

    expect(data).toEqual({ legalAidStatistics: null });
    expect(errors).toMatchObject([
      { path: ['legalAidStatistics'], extensions: { code: 'AGENCY_UNAVAILABLE' } },
    ]);
  });

  it('are for the bureau and auditors; others get null without an error', async () => {
    await start({ 48: casesOf('480101', 6) });
    for (const caller of [callers.zhang, callers.lawyer, callers.officer, callers.court]) {
      expect(await ask(caller)).toMatchObject({ data: { legalAidStatistics: null }, errors: undefined });
    }
    expect(agencies[0]?.calls).toEqual([]);
    expect((await ask({ ...bureau, purpose: null })).errors).toMatchObject([
      { extensions: { code: 'PURPOSE_REQUIRED' } },
    ]);
  });
});
