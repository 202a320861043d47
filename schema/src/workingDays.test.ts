import { describe, expect, it } from '@jest/globals';
import { readWorkingDays } from './workingDays.ts';

const DAY_MS = 86_400_000;

const year = (change: Record<string, unknown>) =>
  JSON.stringify([
    {
      year: 2026,
      source: 's',
      checked: true,
      daysOff: [{ from: '2026-01-01', to: '2026-01-03', name: '元旦' }],
      workdays: [],
      ...change,
    },
  ]);

describe('the lists of days off', () => {
  it('are there for every year that cases of today can reach back to', () => {
    expect(readWorkingDays().map((list) => list.year)).toEqual([
      2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026,
    ]);
  });

  it('give as many statutory days off as the law has: 11 until 2024, 13 since', () => {
    const weekdaysOff = readWorkingDays().map(({ year: number, daysOff, workdays }) => {
      const days = daysOff.flatMap(({ from, to }) =>
        Array.from(
          { length: (Date.parse(to) - Date.parse(from)) / DAY_MS + 1 },
          (_, index) => Date.parse(from) + index * DAY_MS,
        ),
      );
      const onWeekdays = days.filter((day) => ![0, 6].includes(new Date(day).getUTCDay())).length;
      return [number, onWeekdays - workdays.length];
    });
    // In 2020 the Spring Festival was made two working days longer.
    expect(weekdaysOff).toEqual([
      [2019, 11],
      [2020, 13],
      [2021, 11],
      [2022, 11],
      [2023, 11],
      [2024, 11],
      [2025, 13],
      [2026, 13],
    ]);
  });

  it('say what is wrong with a broken list', () => {
    expect(() => readWorkingDays(year({ workdays: ['2026-01-05'] }))).toThrow(
      '2026-01-05 is no Saturday or Sunday',
    );
    expect(() => readWorkingDays(year({ workdays: ['2025-01-04'] }))).toThrow(
      '2025-01-04 is not a day of 2026',
    );
    expect(() =>
      readWorkingDays(year({ daysOff: [{ from: '2026-01-03', to: '2026-01-01', name: 'x' }] })),
    ).toThrow('is after');
    expect(() => readWorkingDays(year({ checked: 'yes' }))).toThrow('checked');
  });
});
