import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createConnection, decodeCursor, encodeCursor } from './createConnection.ts';

const items = Array.from({ length: 250 }, (_, index) => `NO-480101-K${index}`);
const page = (first: number, after: string | null = null, list: readonly string[] = items) =>
  createConnection(list, { first, after, cursorOf: (item) => item, totalCount: list.length });
const badInput = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });

describe('a connection', () => {
  it('pages through a list without losing or repeating anything, whatever the size', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.nat(250), (first, length) => {
        const list = items.slice(0, length);
        const seen: string[] = [];
        for (let after: string | null = null, more = true; more; ) {
          const { edges, pageInfo, totalCount } = page(first, after, list);
          seen.push(...edges.map(({ node }) => node));
          expect(totalCount).toBe(length);
          more = pageInfo.hasNextPage;
          after = pageInfo.endCursor;
        }
        expect(seen).toEqual(list);
      }),
      { numRuns: 30 },
    );
  });

  it('wraps a page that the agency cut', () => {
    const connection = createConnection(['a', 'b'], {
      first: 2,
      after: encodeCursor('z'),
      cursorOf: (item) => item,
      totalCount: 9,
      hasNextPage: true,
    });
    expect(connection.pageInfo).toEqual({ hasNextPage: true, endCursor: encodeCursor('b') });
    expect(connection.edges).toHaveLength(2);
  });

  it('is empty when there is nothing', () => {
    expect(page(20, null, [])).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 0,
    });
  });

  it.each([0, -1, 101, 1.5, Number.NaN])('refuses a page of %d', (first) => {
    expect(() => page(first)).toThrow(badInput);
  });

  it.each([
    '',
    'x',
    'NO-480101-K1',
    encodeCursor('NO-480101-K999'),
    `${encodeCursor('NO-480101-K1')}=`,
    '%%%',
  ])('refuses the cursor %j', (after) => {
    expect(() => page(10, after)).toThrow(badInput);
  });

  it('reads the cursors it made', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) =>
        expect(decodeCursor(encodeCursor(value))).toBe(value),
      ),
    );
    expect(decodeCursor(null)).toBeNull();
    expect(decodeCursor(undefined)).toBeNull();
  });
});
