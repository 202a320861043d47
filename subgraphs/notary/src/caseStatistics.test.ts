import { describe, expect, it } from '@jest/globals';
import type { ServiceStatistics } from '@tongban/kit';
import { exampleCase } from './testing/exampleCase.ts';
import { startFakeNotarySystem } from './testing/fakeNotarySystem.ts';
import { AUDITOR, OFFICER, startTestSubgraph, ZHANG } from './testing/startTestSubgraph.ts';

const BUREAU = {
  role: 'STAFF',
  service: 'BUREAU',
  regions: ['48'],
  purpose: 'SUPERVISION',
  accessCase: 'REPORT-1',
} as const;
const FIGURES = `{
  notaryStatistics(from: "2026-06", to: "2026-06", by: CITY) {
    service region month opened closed medianDays dueSteps overdueSteps isSuppressed
  }
}`;
type Answer = { readonly notaryStatistics: ServiceStatistics[] | null } | null | undefined;

const casesOf = (region: string, count: number, change: Readonly<Record<string, string>> = {}) =>
  Array.from({ length: count }, (_, index) =>
    exampleCase({ 受理号: `GZ${region}${String(index).padStart(3, '0')}`, 地区代码: region, ...change }),
  );

describe('figures of notary cases', () => {
  it('count every page of every system', async () => {
    await using north = await startFakeNotarySystem(casesOf('480101', 120));
    await using east = await startFakeNotarySystem(casesOf('480201', 6));
    await using graph = await startTestSubgraph(`48=${north.url},4802=${east.url}`);
    const { data, errors, access } = await graph.ask(AUDITOR, FIGURES);

    expect(errors).toBeUndefined();
    const figures = (data as Answer)?.notaryStatistics ?? [];
    expect(figures).toHaveLength(2);
    // Applied for on 1 June, done on 25 June; the certificate came in time.
    expect(figures[0]).toMatchObject({
      service: 'NOTARY',
      region: '4801',
      month: '2026-06',
      opened: 120,
      closed: 120,
      medianDays: 24,
      overdueSteps: 0,
      isSuppressed: false,
    });
    expect(figures[0]?.dueSteps).toBeGreaterThanOrEqual(120);
    expect(figures[1]).toMatchObject({ region: '4802', opened: 6, medianDays: 24 });
    // Nobody is noted as touched.
    expect(access).toBeUndefined();
    expect(north.asked).toHaveLength(3);
    expect(north.asked[0]?.text).toContain('<申请时间起>2026年06月01日 00时00分</申请时间起>');
    expect(north.asked[0]?.text).toContain('<申请时间止>2026年07月01日 00时00分</申请时间止>');
    expect(north.asked[0]?.text).toContain('<含封存>否</含封存>');
  });

  it('are the same whether there are secret wills and sealed cases or not', async () => {
    const figuresOver = async (records: readonly string[]) => {
      await using system = await startFakeNotarySystem(records);
      await using graph = await startTestSubgraph(`48=${system.url}`);
      return (await graph.ask(BUREAU, FIGURES)).data as Answer;
    };
    const plain = casesOf('480101', 6);
    const marked = (word: string) => casesOf('480301', 3, { 保密标记列表: `<保密标记>${word}</保密标记>` });
    const without = await figuresOver(plain);

    expect(without?.notaryStatistics).toHaveLength(1);
    // Even from a system that sends what it was not asked for.
    expect(await figuresOver([...plain, ...marked('遗嘱保密'), ...marked('封存')])).toEqual(without);
  });

  it('are an error, not smaller, where a system fails or a case cannot be read', async () => {
    await using north = await startFakeNotarySystem(casesOf('480101', 6));
    await using east = await startFakeNotarySystem(casesOf('480201', 6));
    await using graph = await startTestSubgraph(`48=${north.url},4802=${east.url}`);
    east.setFault('failing');
    const { data, errors } = await graph.ask(BUREAU, FIGURES);
    expect(data).toEqual({ notaryStatistics: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['AGENCY_UNAVAILABLE']);

    await using broken = await startFakeNotarySystem([
      ...casesOf('480101', 60),
      ...casesOf('480102', 1, { 状态: '在月亮上' }),
    ]);
    await using other = await startTestSubgraph(`48=${broken.url}`);
    const answer = await other.ask(BUREAU, FIGURES);
    expect(answer.data).toEqual({ notaryStatistics: null });
    expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['AGENCY_SCHEMA_DRIFT']);
  });

  it('are for the bureau and auditors; others get null without an error', async () => {
    await using system = await startFakeNotarySystem(casesOf('480101', 6));
    await using graph = await startTestSubgraph(`48=${system.url}`);
    for (const caller of [ZHANG, OFFICER, { ...BUREAU, regions: [] }]) {
      const { data, errors } = await graph.ask(caller, FIGURES);
      expect([data, errors]).toEqual([{ notaryStatistics: null }, undefined]);
    }
    const { errors } = await graph.ask({ ...BUREAU, accessCase: null }, FIGURES);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['PURPOSE_REQUIRED']);
    expect(system.asked).toEqual([]);
  });
});
