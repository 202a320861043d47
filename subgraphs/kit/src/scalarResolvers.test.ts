import { describe, expect, it } from '@jest/globals';
import { parseValue } from 'graphql';
import { scalarResolvers } from './scalarResolvers.ts';

const { Date: date, DateTime: dateTime, Money: money, Sm3: sm3 } = scalarResolvers;

describe('the shared scalars', () => {
  it('write times as China Standard Time', () => {
    expect(dateTime.serialize('2026-11-22T16:30:00.5Z')).toBe('2026-11-23T00:30:00+08:00');
    expect(dateTime.serialize(new Date('2026-11-22T16:30:00Z'))).toBe('2026-11-23T00:30:00+08:00');
    expect(date.serialize('2024-02-29')).toBe('2024-02-29');
    expect(money.serialize(18_600_000_00)).toBe(18_600_000_00);
    expect(sm3.serialize('0'.repeat(64))).toBe('0'.repeat(64));
  });

  it.each([
    [date, ['2026-02-29', '20260301', '2026-3-1', 1, null, '']],
    [dateTime, ['2026-11-22', '2026-11-22T16:30:00', '2026-02-30T00:00:00Z', 'now', 5, new Date(Number.NaN)]],
    [money, [1.5, '100', 2 ** 53, Number.NaN, true]],
    [sm3, ['A'.repeat(64), 'a'.repeat(63), `${'a'.repeat(64)}\n`, 0]],
  ])('refuse what is not a %s, from an agency as drift and from a client as bad input', (scalar, wrong) => {
    for (const value of wrong) {
      expect(() => scalar.serialize(value)).toThrow(
        expect.objectContaining({ extensions: { code: 'AGENCY_SCHEMA_DRIFT' } }),
      );
      expect(() => scalar.parseValue(value)).toThrow(
        expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
      );
    }
  });

  it('do not repeat a value that they refuse', () => {
    expect(() => date.parseValue('480101198503121013')).not.toThrow('480101');
    expect(() => date.parseValue('480101198503121013')).toThrow('A Date must be YYYY-MM-DD');
  });

  it('read literals of the right kind', () => {
    expect(money.parseLiteral(parseValue('500'))).toBe(500);
    expect(date.parseLiteral(parseValue('"2026-11-23"'))).toBe('2026-11-23');
    for (const literal of ['{ a: 1 }', 'true', '1.5'])
      expect(() => money.parseLiteral(parseValue(literal))).toThrow('fen');
  });
});
