/** Fewer cases than this in one cell may tell of persons (docs/statistics.md). */
export const SMALLEST_CELL = 5;

/** A region with what lies within it, by code; counts are sums of those below. */
interface Cell {
  readonly prefix: string;
  readonly counts: number[];
  readonly below: Cell[];
}

/**
 * Which cells of one province and one month are withheld: every cell that rests on one to four cases, and beside it as many
 * others as it takes, so that no such cell can be computed from all the others at all three levels.
 *
 * What goes beside a cell is settled by the codes of the regions, never by how many cases they have: regions stand in fixed
 * pairs, and where one goes, the other does. A rule that took the smallest sister would tell by its choice. It decides from the
 * whole province, never from what was asked, so that all answers to everybody are parts of one table.
 *
 * @param counties by code of 6 digits; a cell has several counts where several numbers of cases can be told from it
 * @param options `least`: how many cases every county that is listed is known to have; `withheld`: prefixes that are withheld
 *   already, for another number
 * @returns prefixes of 2, 4 and 6 digits, those of `withheld` among them
 */
export function suppressSmallCells(
  counties: ReadonlyMap<string, readonly number[]>,
  { least, withheld = [] }: { readonly least: 0 | 1; readonly withheld?: Iterable<string> },
): ReadonlySet<string> {
  const province = toTree(counties);
  const hidden = new Set(withheld);
  const isHidden = ({ prefix }: Cell) => hidden.has(prefix);
  const hide = (cells: readonly Cell[]) => {
    for (const { prefix } of cells) hidden.add(prefix);
  };
  const mustHide = (cell: Cell) => isHidden(cell) || cell.counts.some(isSmall);

  /**
   * Withholds whole pairs of sisters, and pair after pair, until the sum of what is withheld tells of no cell.
   *
   * @returns false where it still does with all of them withheld: then the sum itself must not be told
   */
  const widen = (
    sisters: readonly Cell[],
    unknownOf: (cells: readonly Cell[]) => readonly Cell[],
  ): boolean => {
    const pairs = pairsOf(sisters);
    const begun = pairs.findIndex((pair) => pair.some(isHidden));
    if (begun === -1) return true;
    for (const pair of pairs) if (pair.some(isHidden)) hide(pair);
    for (let step = 1; step <= pairs.length; step += 1) {
      if (tellsNothing(unknownOf(sisters.filter(isHidden)), least)) return true;
      hide(pairs[(begun + step) % pairs.length] ?? []);
    }
    return false;
  };

  for (const city of province.below) {
    hide(city.below.filter(mustHide));
    const isSafe = widen(city.below, (cells) => cells);
    if (!isSafe || mustHide(city)) hide([city]);
  }
  // A city that is withheld must not be the sum of its counties; what is unknown of it is unknown of these.
  const unknownOf = (cities: readonly Cell[]) =>
    cities.flatMap(({ below }) => {
      if (!below.some(isHidden)) hide(pairsOf(below)[0] ?? []);
      return below.filter(isHidden);
    });
  const isSafe = widen(province.below, unknownOf);
  if (!isSafe || mustHide(province)) hide([province]);
  return hidden;
}

/** By code, the first with the second and so on; of an odd number the last goes with the pair before. */
function pairsOf(sisters: readonly Cell[]): Cell[][] {
  const pairs: Cell[][] = [];
  sisters.forEach((cell, index) => {
    const last = pairs.at(-1);
    const isLeftOver = index === sisters.length - 1 && index % 2 === 0;
    if (last !== undefined && (index % 2 === 1 || isLeftOver)) last.push(cell);
    else pairs.push([cell]);
  });
  return pairs;
}

/** Whether cells whose sum is known keep to themselves: where each has as few as it is known to have, one has room for five. */
function tellsNothing(cells: readonly Cell[], least: number): boolean {
  const numbers = Math.max(0, ...cells.map(({ counts }) => counts.length));
  return Array.from({ length: numbers }, (_, index) => {
    const some = cells.map(({ counts }) => counts[index] ?? 0).filter((count) => count > 0);
    const sum = some.reduce((total, count) => total + count, 0);
    return some.length === 0 || sum - least * (some.length - 1) >= SMALLEST_CELL;
  }).every(Boolean);
}

function isSmall(count: number): boolean {
  return count > 0 && count < SMALLEST_CELL;
}

function toTree(counties: ReadonlyMap<string, readonly number[]>): Cell {
  const codes = [...counties.keys()].toSorted();
  const province: Cell = { prefix: codes[0]?.slice(0, 2) ?? '', counts: [], below: [] };
  for (const code of codes) {
    if (code.length !== 6 || !code.startsWith(province.prefix)) {
      throw new RangeError('Counties of one province, by 6 digits');
    }
    const counts = [...(counties.get(code) ?? [])];
    const known = province.below.find(({ prefix }) => code.startsWith(prefix));
    const city = known ?? { prefix: code.slice(0, 4), counts: [], below: [] };
    if (known === undefined) province.below.push(city);
    city.below.push({ prefix: code, counts, below: [] });
    for (const cell of [city, province]) {
      counts.forEach((count, index) => {
        cell.counts[index] = (cell.counts[index] ?? 0) + count;
      });
    }
  }
  return province;
}
