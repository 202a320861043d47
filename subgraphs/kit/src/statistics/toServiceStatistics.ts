import { type CaseTally, sumOf } from './caseTally.ts';
import { digitsOf, type ServiceStatistics, type StatisticsLevel } from './serviceStatistics.ts';
import { suppressSmallCells } from './suppressSmallCells.ts';

/**
 * The cells of one province and one month at one level, by region, small ones withheld. A number is told where it rests on no
 * case or on five and more, and where it leads to no other that is not told.
 *
 * @param counties the whole province: what is asked for is taken out afterwards, so that it changes no cell
 */
export function toServiceStatistics(
  counties: ReadonlyMap<string, CaseTally>,
  { level, ...of }: Pick<ServiceStatistics, 'service' | 'month'> & { readonly level: StatisticsLevel },
): ServiceStatistics[] {
  const countsOf = (read: (tally: CaseTally) => readonly number[]) =>
    new Map([...counties].map(([code, tally]) => [code, read(tally)]));
  const cells = suppressSmallCells(
    countsOf(({ opened }) => [opened]),
    { least: 1 },
  );
  const others = { least: 0, withheld: cells } as const;
  const withheld = {
    cells,
    closed: suppressSmallCells(
      countsOf(({ opened, days }) => [days.length, opened - days.length]),
      others,
    ),
    steps: suppressSmallCells(
      countsOf(({ dueCases, overdueCases }) => [dueCases, overdueCases]),
      others,
    ),
  };
  const regions = Map.groupBy(counties, ([code]) => code.slice(0, digitsOf[level]));
  return [...regions]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([region, below]) => {
      const tally = sumOf(below.map(([, one]) => one));
      const isTold = (number: keyof typeof withheld) => !withheld[number].has(region);
      return {
        ...of,
        region,
        opened: isTold('cells') ? tally.opened : null,
        closed: isTold('closed') ? tally.days.length : null,
        medianDays: isTold('closed') ? medianOf(tally.days) : null,
        dueSteps: isTold('steps') ? tally.dueSteps : null,
        overdueSteps: isTold('steps') ? tally.overdueSteps : null,
        overdueRate: isTold('steps') && tally.dueSteps > 0 ? tally.overdueSteps / tally.dueSteps : null,
        isSuppressed: !(isTold('closed') && isTold('steps')),
      };
    });
}

/** Null of nothing. */
function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
