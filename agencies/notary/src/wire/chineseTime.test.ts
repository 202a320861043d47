import { describe, expect, it } from '@jest/globals';
import {
  readChineseDate,
  readChineseDateTime,
  toChineseDate,
  toChineseDateTime,
  toMinute,
} from './chineseTime.ts';
import { readYuan, toYuan } from './yuan.ts';

describe('Chinese dates', () => {
  it('prints and reads the same minute', () => {
    expect(toChineseDateTime('2026-11-23 09:05')).toBe('2026年11月23日 09时05分');
    expect(readChineseDateTime('2026年11月23日 09时05分')).toBe('2026-11-23 09:05');
    expect(toChineseDate('2024-02-29')).toBe('2024年02月29日');
    expect(readChineseDate('2024年02月29日')).toBe('2024-02-29');
  });

  it('counts in China Standard Time whatever offset came in', () => {
    expect(toMinute('2026-11-22T17:05:59Z')).toBe('2026-11-23 01:05');
    expect(toMinute('2026-11-23T01:05:59+08:00')).toBe('2026-11-23 01:05');
  });

  it.each(['2026年02月30日', '2025年02月29日', '2026年13月01日', '2026年1月1日', '2026-01-01', '', '明天'])(
    'refuses the date %s',
    (text) => {
      expect(readChineseDate(text)).toBeNull();
    },
  );

  it.each([
    '2026年02月30日 09时05分',
    '2026年11月23日 24时00分',
    '2026年11月23日 09时60分',
    '2026年11月23日',
  ])('refuses the date-time %s', (text) => {
    expect(readChineseDateTime(text)).toBeNull();
  });
});

describe('yuan', () => {
  it('keeps every fen', () => {
    for (const fen of [0, 1, 10, 99, 100, 120_050, 18_600_000, 99_999_999_999_999]) {
      expect(readYuan(toYuan(fen))).toBe(fen);
    }
  });

  it.each(['', '1', '1.5', '-1.00', '1,200.00', '１.00', '1e3.00'])('refuses %s', (text) => {
    expect(readYuan(text)).toBeNull();
  });
});
