import { describe, expect, it } from '@jest/globals';
import { addMonths, inChinaTime, readChinaTime, rollOverWeekend, toChinaTime } from './chinaTime.ts';

describe('the register’s times', () => {
  it('are China time whatever the offset of the instant', () => {
    expect(toChinaTime(new Date('2026-11-23T01:05:00Z'))).toBe('2026-11-23 09:05:00');
    expect(inChinaTime('2026-11-23T09:05:00+08:00')).toBe('2026-11-23 09:05:00');
    expect(inChinaTime('2026-11-23T01:05:00Z')).toBe('2026-11-23 09:05:00');
    expect(readChinaTime('2026-11-23 09:05:00')?.toISOString()).toBe('2026-11-23T01:05:00.000Z');
  });

  it.each([
    '2026-02-30 09:00:00',
    '2026-13-01 09:00:00',
    '2026-11-23 25:00:00',
    '2026-11-23T09:05:00',
    '2026-11-23',
  ])('refuses %s', (text) => expect(readChinaTime(text)).toBeNull());

  it('counts a month to the last day of a short one', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-09-02', 1)).toBe('2026-10-02');
  });

  it('rolls a weekend over to Monday', () => {
    expect(rollOverWeekend('2026-11-21')).toBe('2026-11-23');
    expect(rollOverWeekend('2026-11-22')).toBe('2026-11-23');
    expect(rollOverWeekend('2026-11-23')).toBe('2026-11-23');
  });
});
