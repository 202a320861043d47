import { describe, expect, it } from '@jest/globals';
import { suppressSmallCells } from './suppressSmallCells.ts';

const withheld = (counts: Readonly<Record<string, number>>) =>
  [
    ...suppressSmallCells(new Map(Object.entries(counts).map(([code, count]) => [code, [count]])), {
      least: 1,
    }),
  ].toSorted();

/** All tables over these counties with so many cases in each. */
function* tablesOver(
  counties: readonly string[],
  each: { readonly from: number; readonly to: number },
): Generator<Map<string, number>> {
  const [first, ...rest] = counties;
  if (first === undefined) return yield new Map();
  for (const below of tablesOver(rest, each)) {
    for (let count = each.from; count <= each.to; count += 1) yield new Map([[first, count], ...below]);
  }
}

/** Every cell of the three levels. */
function cellsOf(table: ReadonlyMap<string, number>): Map<string, number> {
  const cells = new Map<string, number>();
  for (const [code, count] of table) {
    for (const digits of [2, 4, 6]) {
      const prefix = code.slice(0, digits);
      cells.set(prefix, (cells.get(prefix) ?? 0) + count);
    }
  }
  return cells;
}

describe('cells under five', () => {
  it('are withheld, and nothing else where nothing leads to them', () => {
    expect(withheld({ '480101': 5, '480102': 9, '480201': 6 })).toEqual([]);
    expect(withheld({ '480101': 4 })).toEqual(['48', '4801', '480101']);
    expect(withheld({})).toEqual([]);
  });

  it('take along the sister that stands in a pair with them, however large', () => {
    expect(withheld({ '480101': 900, '480102': 1, '480103': 6, '480104': 7 })).toEqual(['480101', '480102']);
    expect(withheld({ '480101': 6, '480102': 7, '480103': 8, '480104': 9, '480105': 2 })).toEqual([
      '480103',
      '480104',
      '480105',
    ]);
  });

  it('take along a second pair where the sum of the first leaves no doubt', () => {
    expect(
      withheld({ '480101': 1, '480102': 1, '480103': 6, '480104': 7, '480105': 8, '480106': 9 }),
    ).toEqual(['480101', '480102', '480103', '480104']);
  });

  it('take along the city whose counties would add up to tell of them', () => {
    // Five in one city, five of five counties: one in each.
    const ones = { '480101': 1, '480102': 1, '480103': 1, '480104': 1, '480105': 1 };
    expect(
      withheld({ ...ones, '480201': 60, '480202': 40, '480203': 30, '480301': 20, '480401': 10 }),
    ).toEqual(['4801', ...Object.keys(ones), '4802', '480201', '480202', '480203'].toSorted());
  });

  it('stay so for another number where a cell is withheld already', () => {
    const counts = new Map([
      ['480101', [0]],
      ['480102', [7]],
      ['480201', [8]],
    ]);
    expect([...suppressSmallCells(counts, { least: 0 })]).toEqual([]);
    expect([...suppressSmallCells(counts, { least: 0, withheld: ['480101'] })].toSorted()).toEqual([
      '480101',
      '480102',
    ]);
  });

  it('must be of one province', () => {
    expect(() => withheld({ '480101': 5, '490101': 5 })).toThrow(RangeError);
  });
});

/**
 * The strongest reader there is: he has the answers at all three levels, knows which regions have cases, and knows the rule. He
 * goes through all tables and keeps those that would have given the same answers.
 */
describe('who goes through all tables that give the same answers', () => {
  it.each([
    '480101 480102 480103',
    '480101 480102 480201',
    '480101 480201 480301',
    '480101 480102 480201 480202',
    '480101 480201 480301 480302',
    '480101 480102 480103 480104',
  ])('finds no cell under five, over %s', (counties) => {
    const MOST = counties.split(' ').length === 3 ? 13 : 9;
    /** By answer: by cell, every number that it could be. */
    const couldBe = new Map<string, Map<string, Set<number>>>();
    const small: { answer: string; cell: string; table: ReadonlyMap<string, number> }[] = [];
    for (const table of tablesOver(counties.split(' '), { from: 1, to: MOST })) {
      const hidden = suppressSmallCells(new Map([...table].map(([code, count]) => [code, [count]])), {
        least: 1,
      });
      const cells = [...cellsOf(table)];
      const answer = cells.map(([cell, count]) => `${cell}=${hidden.has(cell) ? '?' : count}`).join();
      const numbers = couldBe.get(answer) ?? new Map<string, Set<number>>();
      couldBe.set(answer, numbers);
      for (const [cell, count] of cells) {
        numbers.set(cell, (numbers.get(cell) ?? new Set()).add(count));
        // Near the largest number tried, other tables with the same answers are cut off.
        if (count < 5 && Math.max(...table.values()) < MOST) small.push({ answer, cell, table });
      }
    }

    expect(small.length).toBeGreaterThan(100);
    expect(small.filter(({ answer, cell }) => (couldBe.get(answer)?.get(cell)?.size ?? 0) < 2)).toEqual([]);
  });

  it.each([
    '480101 480102 480103',
    '480101 480201 480301',
    '480101 480102 480201',
    '480101 480102 480201 480202',
    '480101 480102 480103 480104',
  ])(
    'finds no number of closed or open cases under five where eight were opened in each of %s',
    (counties) => {
      const OPENED = 8;
      const couldBe = new Map<string, Map<string, Set<number>>>();
      const small: { answer: string; cell: string; table: ReadonlyMap<string, number> }[] = [];
      for (const table of tablesOver(counties.split(' '), { from: 0, to: OPENED })) {
        const hidden = suppressSmallCells(
          new Map([...table].map(([code, closed]) => [code, [closed, OPENED - closed]])),
          { least: 0 },
        );
        const cells = [...cellsOf(table)];
        const openedIn = (cell: string) =>
          OPENED * [...table.keys()].filter((code) => code.startsWith(cell)).length;
        const answer = cells.map(([cell, closed]) => `${cell}=${hidden.has(cell) ? '?' : closed}`).join();
        const numbers = couldBe.get(answer) ?? new Map<string, Set<number>>();
        couldBe.set(answer, numbers);
        for (const [cell, closed] of cells) {
          numbers.set(cell, (numbers.get(cell) ?? new Set()).add(closed));
          if ([closed, openedIn(cell) - closed].some((count) => count > 0 && count < 5)) {
            small.push({ answer, cell, table });
          }
        }
      }

      expect(small.length).toBeGreaterThan(100);
      expect(small.filter(({ answer, cell }) => (couldBe.get(answer)?.get(cell)?.size ?? 0) < 2)).toEqual([]);
    },
  );
});
