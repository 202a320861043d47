import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CaseTally } from './caseTally.ts';
import type { ServiceStatistics, StatisticsLevel } from './serviceStatistics.ts';
import { toServiceStatistics } from './toServiceStatistics.ts';

/** Most counties have few cases, some have many. */
const count = (max: number) =>
  fc
    .oneof(
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max }) },
    )
    .map((value) => Math.min(value, max));

const tally: fc.Arbitrary<CaseTally> = count(40)
  .map((value) => value + 1)
  .chain((opened) => fc.tuple(fc.constant(opened), count(opened), count(opened)))
  .chain(([opened, closed, dueCases]) =>
    fc.record({
      opened: fc.constant(opened),
      days: fc.constant(Array.from({ length: closed }, () => 10)),
      dueCases: fc.constant(dueCases),
      overdueCases: count(dueCases),
      more: fc.nat(3),
    }),
  )
  .map(({ more, ...one }) => {
    // Each overdue case has one overdue step or some more, and each due case a due step beside.
    const overdueSteps = one.overdueCases * (1 + more);
    return { ...one, overdueSteps, dueSteps: Math.max(overdueSteps, one.dueCases) + one.dueCases };
  });

const province = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 })), {
    minLength: 1,
    maxLength: 14,
    selector: String,
  })
  .map((places) => places.map(([city, county]) => `480${city}0${county}`))
  .chain((codes) => fc.tuple(...codes.map((code) => fc.tuple(fc.constant(code), tally))))
  .map((cells) => new Map(cells));

const levels: readonly StatisticsLevel[] = ['PROVINCE', 'CITY', 'COUNTY'];
const answersTo = (counties: ReadonlyMap<string, CaseTally>) =>
  levels.flatMap((level) => toServiceStatistics(counties, { service: 'NOTARY', month: '2026-03', level }));

/** Whether a combination of the known rows gives the wanted one: whether the number can be had by adding and subtracting. */
function isComputable(known: readonly (readonly number[])[], wanted: readonly number[]): boolean {
  return rankOf([...known, wanted]) === rankOf(known);
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivotAt = left.findIndex((row, index) => index >= rank && Math.abs(row[column] ?? 0) > 1e-9);
    if (pivotAt === -1) continue;
    const pivot = left[pivotAt] ?? [];
    left[pivotAt] = left[rank] ?? [];
    left[rank] = pivot;
    for (const row of left.slice(rank + 1)) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      pivot.forEach((value, index) => {
        row[index] = (row[index] ?? 0) - factor * value;
      });
    }
    rank += 1;
  }
  return rank;
}

const isSmall = (cases: number) => cases > 0 && cases < 5;

describe('from all answers at all three levels', () => {
  it('no number that rests on one to four cases is told or can be computed', () => {
    let checked = 0;
    fc.assert(
      fc.property(province, (counties) => {
        const codes = [...counties.keys()];
        const tallies = [...counties.values()];
        const answers = answersTo(counties);
        const rowOf = (region: string) => codes.map((code) => (code.startsWith(region) ? 1 : 0));
        const knownBy = (number: keyof ServiceStatistics) =>
          answers.filter((cell) => cell[number] !== null).map(({ region }) => rowOf(region));
        const nothing = codes.map(() => 0);
        const opened = knownBy('opened');
        const closed = knownBy('closed');
        const both = [
          ...opened.map((row) => [...row, ...nothing]),
          ...closed.map((row) => [...nothing, ...row]),
        ];

        for (const { region } of answers) {
          const row = rowOf(region);
          const sum = (of: (one: CaseTally) => number) =>
            tallies.reduce((total, one, index) => total + (row[index] ?? 0) * of(one), 0);
          const minus = row.map((value) => -value);
          const secrets = [
            { cases: sum((one) => one.opened), known: opened, wanted: row },
            { cases: sum((one) => one.days.length), known: closed, wanted: row },
            { cases: sum((one) => one.opened - one.days.length), known: both, wanted: [...row, ...minus] },
            { cases: sum((one) => one.dueCases), known: knownBy('dueSteps'), wanted: row },
            { cases: sum((one) => one.overdueCases), known: knownBy('overdueSteps'), wanted: row },
          ];
          for (const { known, wanted } of secrets.filter(({ cases }) => isSmall(cases))) {
            checked += 1;
            expect(isComputable(known, wanted)).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
    expect(checked).toBeGreaterThan(1000);
  });

  it('a median rests on five cases or more, and a rate goes with its counts', () => {
    fc.assert(
      fc.property(province, (counties) => {
        for (const cell of answersTo(counties)) {
          if (cell.medianDays !== null) expect(cell.closed).toBeGreaterThanOrEqual(5);
          if (cell.overdueRate !== null) expect(cell.dueSteps).toBeGreaterThanOrEqual(5);
          const numbers = [cell.opened, cell.closed, cell.dueSteps, cell.overdueSteps];
          expect(cell.isSuppressed).toBe(numbers.includes(null));
        }
      }),
    );
  });

  it('some figures are left: what need not be withheld is told', () => {
    fc.assert(
      fc.property(province, (counties) => {
        const tallies = [...counties.values()];
        const allLarge = tallies.every(({ opened }) => !isSmall(opened));
        if (allLarge) expect(answersTo(counties).every(({ opened }) => opened !== null)).toBe(true);
      }),
    );
  });
});
