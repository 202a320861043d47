import { describe, expect, it } from '@jest/globals';
import { type CaseTally, sumOf, tallyOf } from './caseTally.ts';
import { toServiceStatistics } from './toServiceStatistics.ts';

const of = { service: 'LEGAL_AID', month: '2026-03' } as const;
const tally = (change: Partial<CaseTally> & { readonly opened: number }): CaseTally => ({
  days: [],
  dueSteps: 0,
  overdueSteps: 0,
  dueCases: 0,
  overdueCases: 0,
  ...change,
});
const opened = (counts: Readonly<Record<string, number>>) =>
  new Map(Object.entries(counts).map(([code, count]) => [code, tally({ opened: count })]));

describe('what is counted of a case', () => {
  it('are calendar days in China, and steps that came due', () => {
    const states = ['MET', 'OVERDUE', 'RUNNING', 'DUE_SOON', 'PAUSED', 'WAIVED', 'MET'] as const;
    expect(
      tallyOf(
        { openedAt: '2026-03-01T23:59:00+08:00', closedAt: '2026-03-03T00:01:00+08:00' },
        states.map((state) => ({ state })),
      ),
    ).toEqual({ opened: 1, days: [2], dueSteps: 3, overdueSteps: 1, dueCases: 1, overdueCases: 1 });
    const open = tallyOf({ openedAt: '2026-03-01T23:59:00+08:00', closedAt: null }, [{ state: 'RUNNING' }]);
    expect(open).toEqual(tally({ opened: 1 }));
    expect(sumOf([open, open]).opened).toBe(2);
  });
});

describe('figures', () => {
  const counties = new Map([
    [
      '480101',
      tally({
        opened: 12,
        days: [1, 2, 3, 10, 20, 30],
        dueSteps: 20,
        overdueSteps: 5,
        dueCases: 9,
        overdueCases: 5,
      }),
    ],
    ['480201', tally({ opened: 7 })],
  ]);

  it('are of one level, by region', () => {
    const cell = {
      ...of,
      opened: 12,
      closed: 6,
      medianDays: 6.5,
      dueSteps: 20,
      overdueSteps: 5,
      overdueRate: 0.25,
      isSuppressed: false,
    };
    const empty = {
      ...cell,
      opened: 7,
      closed: 0,
      medianDays: null,
      dueSteps: 0,
      overdueSteps: 0,
      overdueRate: null,
    };
    expect(toServiceStatistics(counties, { ...of, level: 'CITY' })).toEqual([
      { ...cell, region: '4801' },
      { ...empty, region: '4802' },
    ]);
    expect(toServiceStatistics(counties, { ...of, level: 'COUNTY' }).map(({ region }) => region)).toEqual([
      '480101',
      '480201',
    ]);
    expect(toServiceStatistics(counties, { ...of, level: 'PROVINCE' })).toEqual([
      { ...cell, region: '48', opened: 19 },
    ]);
  });

  it('are withheld as a whole where there are fewer than five cases', () => {
    const [cell] = toServiceStatistics(opened({ '480101': 4 }), { ...of, level: 'PROVINCE' });
    expect(cell).toEqual({
      ...of,
      region: '48',
      opened: null,
      closed: null,
      medianDays: null,
      dueSteps: null,
      overdueSteps: null,
      overdueRate: null,
      isSuppressed: true,
    });
  });

  it.each([
    ['closed', tally({ opened: 12, days: [1, 2, 3, 4] })],
    ['not closed', tally({ opened: 12, days: [1, 2, 3, 4, 5, 6, 7, 8] })],
  ])('do not say how many are closed where fewer than five are %s', (_, one) => {
    const [cell] = toServiceStatistics(new Map([['480101', one]]), { ...of, level: 'COUNTY' });
    expect(cell).toMatchObject({
      opened: 12,
      closed: null,
      medianDays: null,
      dueSteps: 0,
      isSuppressed: true,
    });
  });

  it.each([
    ['have a step due', tally({ opened: 12, dueSteps: 9, dueCases: 4 })],
    ['are overdue', tally({ opened: 12, dueSteps: 30, dueCases: 12, overdueSteps: 8, overdueCases: 4 })],
  ])('do not speak of steps where fewer than five cases %s', (_, one) => {
    const [cell] = toServiceStatistics(new Map([['480101', one]]), { ...of, level: 'COUNTY' });
    expect(cell).toMatchObject({
      opened: 12,
      closed: 0,
      dueSteps: null,
      overdueSteps: null,
      overdueRate: null,
    });
    expect(cell?.isSuppressed).toBe(true);
  });
});
