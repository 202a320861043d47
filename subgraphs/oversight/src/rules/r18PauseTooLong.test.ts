import { describe, expect, it } from '@jest/globals';
import { r18PauseTooLong as rule } from './r18PauseTooLong.ts';
import { find } from './testing/find.ts';
import { at, notaryMatter } from './testing/testCases.ts';

/** Accepted on 9 April 2026; with the pause of April alone the certificate is due on 12 May. */
const april = { ruleId: 'D-10', from: at('04-14', 9), to: at('04-22', 9) };
const paused = (...pauses: readonly (typeof april)[]) =>
  notaryMatter({
    pauses: [...pauses],
    deadlines: [
      {
        ruleId: 'D-10',
        startAt: at('04-09', 9),
        length: 15,
        unit: 'WORKING_DAY',
        dueAt: at('07-09', 23),
        metAt: null,
        state: 'WAIVED',
        pausedDays: 49,
        citation: '《公证法》第三十条',
      },
    ],
  });

describe('R-18', () => {
  it('finds a second pause that began when the time was nearly up', () => {
    const [found] = find(rule, paused(april, { ruleId: 'D-10', from: at('05-11', 16), to: at('06-01') }));
    expect(found?.about).toBe('D-10 2026-05-11');
    expect(found?.facts).toEqual([
      'NO-480101-N1: D-10 was paused again on 2026-05-11, 1 day before it would have ended on 2026-05-12; it had been paused 1 time before.',
    ]);
  });

  it('lets a first pause come late, and a second one early', () => {
    expect(find(rule, paused({ ruleId: 'D-10', from: at('04-29', 16), to: at('05-08') }))).toEqual([]);
    expect(find(rule, paused(april, { ruleId: 'D-10', from: at('05-06', 16), to: at('05-20') }))).toEqual([]);
  });

  it('finds a pause of more than three months', () => {
    expect(find(rule, paused({ ruleId: 'D-10', from: at('04-14'), to: at('07-14') }))).toHaveLength(1);
    expect(find(rule, paused({ ruleId: 'D-10', from: at('04-14'), to: at('07-13') }))).toEqual([]);
  });
});
