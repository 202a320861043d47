import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  addWorkingDays,
  arrangedYears,
  instantOn,
  isWorkingDay,
  onWorkingDay,
  toDate,
  toDay,
  workingDaysBetween,
} from './worldCalendar.ts';

describe('the calendar of the world', () => {
  it('agrees with the calendar of the graph', () => {
    const yaml = readFileSync(new URL('../../../schema/working-days.yaml', import.meta.url), 'utf8');
    const years = yaml.split(/^- year: /m).slice(1);
    const read = Object.fromEntries(
      years.map((text) => [
        text.slice(0, 4),
        {
          daysOff: [...text.matchAll(/from: \d{4}-([\d-]+), to: \d{4}-([\d-]+)/g)].map(([, from, to]) => [
            from,
            to,
          ]),
          workdays: [...(/workdays: \[(.*)\]/.exec(text)?.[1] ?? '').matchAll(/\d{4}-([\d-]+)/g)].map(
            ([, day]) => day,
          ),
        },
      ]),
    );
    expect(arrangedYears).toEqual(read);
  });

  it.each([
    ['2026-02-14', true],
    ['2026-02-16', false],
    ['2026-10-10', true],
    ['2026-11-22', false],
    ['2026-11-23', true],
    ['2019-02-03', true],
    ['2021-10-01', false],
  ])('knows whether %s is worked: %s', (date, isWorked) => {
    expect(isWorkingDay(toDay(date))).toBe(isWorked);
  });

  it('counts working days over a holiday, the first day left out', () => {
    const before = toDay('2026-09-30');
    expect(toDate(addWorkingDays(before, 3))).toBe('2026-10-10');
    expect(workingDaysBetween(before, toDay('2026-10-10'))).toBe(3);
    expect(toDate(onWorkingDay(toDay('2026-10-01')))).toBe('2026-10-08');
  });

  it('writes instants in China time', () => {
    expect(instantOn(toDay('2026-03-02'), 19 * 60 + 5)).toBe('2026-03-02T19:05:00+08:00');
  });
});
