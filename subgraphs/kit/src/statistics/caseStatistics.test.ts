import { describe, expect, it } from '@jest/globals';
import type { Caller } from '../caller.ts';
import type { CaseRecord } from '../caseRecord.ts';
import { testCaller } from '../testCaller.ts';
import { testCaseRecord } from '../testCaseRecord.ts';
import { UpstreamError } from '../upstreamError.ts';
import { caseStatistics, type StatisticsArguments } from './caseStatistics.ts';
import type { CountedCase, CountedPage, CountedQuery, StatisticsSource } from './statisticsSource.ts';

const now = new Date('2026-11-23T10:00:00+08:00');
const bureau = testCaller({
  role: 'STAFF',
  service: 'BUREAU',
  regions: ['48'],
  purpose: 'STATISTICS',
  accessCase: 'REPORT-1',
});
const auditor = testCaller({
  role: 'AUDITOR',
  assignment: 'AUD-1',
  accessCase: 'AUD-1',
  purpose: 'STATISTICS',
});
const march: StatisticsArguments = { from: '2026-03', to: '2026-03', by: 'COUNTY' };

const casesIn = (
  region: string,
  count: number,
  change: Partial<CaseRecord> = {},
): CountedCase<CaseRecord>[] =>
  Array.from({ length: count }, () => ({
    kind: 'case',
    record: testCaseRecord({ region, openedAt: '2026-03-02T09:00:00+08:00', ...change }),
  }));

/** A list of a system, a page at a time; as careless as a system can be, it filters nothing. */
interface List {
  readonly pages: readonly (readonly CountedCase<CaseRecord>[])[];
  readonly total?: number;
  readonly error?: Error;
}

function sourceOf(lists: Readonly<Record<string, List>>) {
  const asked: CountedQuery[] = [];
  const source: StatisticsSource<CaseRecord, List> = {
    service: 'NOTARY',
    systemsOf: (region) =>
      Object.entries(lists).flatMap(([prefix, list]) => (prefix.startsWith(region) ? [list] : [])),
    async *pages({ pages, total, error }, query): AsyncGenerator<CountedPage<CaseRecord>> {
      asked.push(query);
      for (const cases of pages) yield { cases, total: total ?? pages.flat().length };
      if (error !== undefined) throw error;
    },
    deadlinesOf: () => [],
  };
  return { source, asked };
}

const ask = (lists: Readonly<Record<string, List>>, caller: Caller, args: StatisticsArguments = march) =>
  caseStatistics(args, { caller, source: sourceOf(lists).source, now });
const openedBy = async (answer: ReturnType<typeof ask>) =>
  (await answer)?.map(({ region, month, opened }) => [region, month, opened]);

describe('who gets figures', () => {
  const lists = { 48: { pages: [casesIn('480101', 6)] } };

  it('are the bureau and auditors, for statistics, supervision and audit', async () => {
    for (const caller of [
      bureau,
      { ...bureau, purpose: 'SUPERVISION' },
      auditor,
      { ...auditor, purpose: 'AUDIT' },
    ]) {
      expect(await openedBy(ask(lists, caller))).toEqual([['480101', '2026-03', 6]]);
    }
  });

  it.each([
    ['a citizen', testCaller({ credential: 'RIC:480101198503121013', purpose: 'SELF' })],
    ['staff of the service', { ...bureau, service: 'NOTARY' }],
    ['a system auditor', testCaller({ role: 'SYSTEM_AUDITOR', regions: ['48'] })],
    ['the bureau of another province', { ...bureau, regions: ['49'] }],
    [
      'an auditor whose assignment has ended',
      {
        ...auditor,
        assignmentScope: {
          persons: [],
          cases: [],
          regions: ['48'],
          from: '2026-01-01',
          until: '2026-06-30',
          approver: 'x',
        },
      },
    ],
  ])('are not %s: null, and no system is asked', async (_, caller) => {
    const { source, asked } = sourceOf(lists);
    const answer = await caseStatistics({ ...march, region: '48' }, { caller, source, now });
    expect(answer).toBeNull();
    expect(asked).toEqual([]);
  });

  it.each([
    ['the bureau without a purpose', { ...bureau, purpose: null }],
    ['the bureau without a case', { ...bureau, accessCase: null }],
    ['the bureau for the handling of a case', { ...bureau, purpose: 'CASE_HANDLING' }],
    ['an auditor without a purpose', { ...auditor, purpose: null }],
    ['an auditor for another assignment', { ...auditor, accessCase: 'AUD-2' }],
    ['an auditor for a lawful query', { ...auditor, purpose: 'LAWFUL_QUERY' }],
  ])('must say why: %s is refused', async (_, caller) => {
    const { source, asked } = sourceOf(lists);
    await expect(caseStatistics(march, { caller, source, now })).rejects.toMatchObject({
      extensions: { code: 'PURPOSE_REQUIRED' },
    });
    expect(asked).toEqual([]);
  });
});

describe('what is counted', () => {
  it('are all pages of all systems of the province, in the month and the province alone', async () => {
    const lists = {
      48: {
        pages: [
          casesIn('480101', 4),
          [...casesIn('480101', 3), ...casesIn('490101', 6)],
          // 1 April in China, 31 March in London.
          casesIn('480101', 9, { openedAt: '2026-03-31T16:00:00Z' }),
        ],
      },
      4802: { pages: [casesIn('480201', 8)] },
    };
    expect(await openedBy(ask(lists, bureau))).toEqual([
      ['480101', '2026-03', 7],
      ['480201', '2026-03', 8],
    ]);
    expect(await openedBy(ask(lists, bureau, { from: '2025-12', to: '2026-04' }))).toEqual([
      ['48', '2026-03', 15],
      ['48', '2026-04', 9],
    ]);
  });

  it('are no sealed cases and no secret wills, not even unreadable ones', async () => {
    const error = new UpstreamError('AGENCY_SCHEMA_DRIFT', 'notary', new Error('x'));
    const lists = {
      48: {
        pages: [
          [
            ...casesIn('480101', 6),
            ...casesIn('480101', 2, { secrecy: ['sealed'] }),
            ...casesIn('480101', 2, { secrecy: ['minor', 'willSecret'] }),
            { kind: 'unreadable', error, sketch: { secrecy: ['sealed'] } } as const,
          ],
        ],
      },
    };
    expect(await ask(lists, bureau)).toEqual(await ask({ 48: { pages: [casesIn('480101', 6)] } }, bureau));
    const onlySealed = { 48: { pages: [casesIn('480101', 6, { secrecy: ['sealed'] })] } };
    expect(await ask(onlySealed, bureau)).toEqual([]);
  });

  it('is nothing at all where a system fails or a case cannot be read', async () => {
    const error = new UpstreamError('AGENCY_UNAVAILABLE', 'notary', new Error('x'));
    const good = { pages: [casesIn('480101', 6)] };
    await expect(ask({ 48: good, 4802: { pages: [], error } }, bureau)).rejects.toBe(error);
    await expect(ask({ 48: good, 4802: { pages: [casesIn('480201', 6)], error } }, bureau)).rejects.toBe(
      error,
    );
    for (const sketch of [null, { secrecy: [] }]) {
      const pages = [[...casesIn('480101', 6), { kind: 'unreadable', error, sketch } as const]];
      await expect(ask({ 48: { pages } }, bureau)).rejects.toBe(error);
    }
  });

  it('is asked for by whole months in China and whole provinces', async () => {
    const { source, asked } = sourceOf({ 4801: { pages: [] } });
    await caseStatistics(
      { from: '2025-12', to: '2026-01', region: '4801', by: 'CITY' },
      { caller: bureau, source, now },
    );
    expect(asked.map(({ region, openedFrom, openedBefore }) => [region, openedFrom, openedBefore])).toEqual([
      ['48', '2025-12-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00'],
      ['48', '2026-01-01T00:00:00+08:00', '2026-02-01T00:00:00+08:00'],
    ]);
  });
});

describe('a part of the table', () => {
  const lists = {
    48: {
      pages: [
        [
          ...casesIn('480101', 60),
          ...casesIn('480102', 7),
          ...casesIn('480201', 4),
          ...casesIn('480301', 9),
          ...casesIn('480401', 9),
        ],
      ],
    },
  };

  it('has the same cells as the whole', async () => {
    const whole = (await ask(lists, bureau)) ?? [];
    expect(whole.map(({ region, opened }) => [region, opened])).toEqual([
      ['480101', null],
      ['480102', null],
      ['480201', null],
      ['480301', 9],
      ['480401', 9],
    ]);
    for (const region of ['4801', '480102', '4803']) {
      const expected = whole.filter((cell) => cell.region.startsWith(region));
      expect(await ask(lists, bureau, { ...march, region })).toEqual(expected);
      expect(await ask(lists, { ...bureau, regions: [region] })).toEqual(expected);
    }
  });

  it('has no cell that lies in it only in part', async () => {
    const ofCity = { ...bureau, regions: ['4803'] };
    expect(await openedBy(ask(lists, ofCity, { ...march, by: 'PROVINCE' }))).toEqual([]);
    expect(await openedBy(ask(lists, ofCity, { ...march, by: 'CITY' }))).toEqual([['4803', '2026-03', 9]]);
  });
});

describe('a question that cannot be', () => {
  it.each([
    ['no month', { from: '2026-3' }, 'YYYY-MM'],
    ['a month that the year does not have', { to: '2026-13' }, 'YYYY-MM'],
    ['an end before the beginning', { from: '2026-04' }, 'before'],
    ['13 months', { from: '2025-03' }, '12 months at most'],
    ['a region of 3 digits', { region: '480' }, '2, 4 or 6 digits'],
    ['a level above the region', { region: '480101', by: 'CITY' as const }, 'coarser'],
  ])('is refused, with what would do: %s', async (_, change, message) => {
    const { source, asked } = sourceOf({ 48: { pages: [] } });
    const answer = caseStatistics({ ...march, ...change }, { caller: bureau, source, now });
    await expect(answer).rejects.toMatchObject({
      message: expect.stringContaining(message),
      extensions: { code: 'BAD_USER_INPUT' },
    });
    expect(asked).toEqual([]);
  });

  it('is one over more than 20,000 cases, before they are read where the systems can count', async () => {
    const page = casesIn('480101', 10);
    expect(await ask({ 48: { pages: [page], total: 20_000 } }, bureau)).toHaveLength(1);
    const tooMany = {
      message: expect.stringContaining('fewer months'),
      extensions: { code: 'BAD_USER_INPUT' },
    };
    const half = { pages: [page], total: 10_001 };
    await expect(ask({ 48: half, 4802: half }, bureau)).rejects.toMatchObject(tooMany);
    // A system that says 10 and goes on and on.
    const endless = { pages: Array.from({ length: 2001 }, () => page), total: 10 };
    await expect(ask({ 48: endless }, bureau)).rejects.toMatchObject(tooMany);
  });
});
