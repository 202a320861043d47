import { describe, expect, it } from '@jest/globals';
import { readChineseDate, readChineseDateTime, toChineseDateTime } from './chineseTime.ts';

describe('Chinese dates', () => {
  it('become instants with the offset of China', () => {
    expect(readChineseDateTime('2026年11月23日 09时05分')).toBe('2026-11-23T09:05:00+08:00');
    expect(readChineseDate('2024年02月29日')).toBe('2024-02-29');
  });

  it.each([
    '2026年02月30日 09时05分',
    '2025年02月29日 09时05分',
    '2026年11月23日 24时00分',
    '2026年1月1日 9时5分',
    '',
  ])('are refused: %s', (text) => {
    expect(readChineseDateTime(text)).toBeNull();
  });

  it.each([
    ['2026-11-23T09:05:00+08:00', '2026年11月23日 09时05分'],
    ['2026-11-23T01:05:00Z', '2026年11月23日 09时05分'],
    ['2026-11-23T09:05:01+08:00', '2026年11月23日 09时06分'],
  ])('are written from %s', (instant, text) => {
    expect(toChineseDateTime(instant)).toBe(text);
  });
});
