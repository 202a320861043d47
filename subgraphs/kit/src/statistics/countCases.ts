import type { CaseRecord } from '../caseRecord.ts';
import { chinaDay, dateOf, instantOf } from '../chinaTime.ts';
import { createDeadlineClock } from '../deadlineClock.ts';
import { graphqlError } from '../graphqlError.ts';
import { type CaseTally, sumOf, tallyOf } from './caseTally.ts';
import type { StatisticsMonth } from './statisticsMonths.ts';
import type { CountedCase, StatisticsSource } from './statisticsSource.ts';

const MOST_CASES = 20_000;
/** Lists that are read side by side for one question. */
const LISTS_AT_ONCE = 4;

/** The counties of one province in one month. */
export interface CountedProvince {
  readonly month: string;
  /** By code of 6 digits. */
  readonly counties: ReadonlyMap<string, CaseTally>;
}

/**
 * Counts the cases of whole provinces, page by page, and keeps none. Sealed cases and secret wills do not count, so that a
 * number is the same as if there were none.
 *
 * @throws GraphQLError BAD_USER_INPUT where there are more than 20,000 cases; UpstreamError where a system fails, or where a
 *   case cannot be read: a number without it would look complete
 */
export async function countCases<R extends CaseRecord, System>(
  source: StatisticsSource<R, System>,
  {
    provinces,
    months,
    now,
  }: {
    readonly provinces: readonly string[];
    readonly months: readonly StatisticsMonth[];
    readonly now: Date;
  },
): Promise<CountedProvince[]> {
  let expected = 0;
  let read = 0;
  const counted = provinces.flatMap((province) =>
    months.map((month) => ({ province, month, tallies: new Map<string, CaseTally[]>() })),
  );
  const lists = counted.flatMap((cell) =>
    source.systemsOf(cell.province).map((system) => async (isOver: () => boolean) => {
      const { province, month, tallies } = cell;
      let isFirst = true;
      for await (const { cases, total } of source.pages(system, { region: province, ...month })) {
        if (isOver()) return;
        if (isFirst) expected += total;
        isFirst = false;
        read += cases.length;
        // The list may have grown since its total was told.
        if (Math.max(expected, read) > MOST_CASES) throw tooMany();
        for (const record of cases.flatMap(countedRecord)) {
          if (monthOf(record) !== month.month || !record.region.startsWith(province)) continue;
          const tally = tallyOf(record, source.deadlinesOf(record, createDeadlineClock(record, now)));
          const others = tallies.get(record.region);
          if (others === undefined) tallies.set(record.region, [tally]);
          else others.push(tally);
        }
      }
    }),
  );
  await runSome(lists, LISTS_AT_ONCE);
  return counted.map(({ month, tallies }) => ({
    month: month.month,
    counties: new Map([...tallies].map(([county, ofCases]) => [county, sumOf(ofCases)])),
  }));
}

function tooMany() {
  return graphqlError(
    'BAD_USER_INPUT',
    `More than ${MOST_CASES} cases: ask for fewer months at once, or name one province in \`region\`.`,
  );
}

/** @throws Error of a case that cannot be read, unless its marks say that it does not count */
function countedRecord<R extends CaseRecord>(one: CountedCase<R>): R[] {
  const marks = one.kind === 'case' ? one.record.secrecy : (one.sketch?.secrecy ?? []);
  if (marks.includes('sealed') || marks.includes('willSecret')) return [];
  if (one.kind === 'unreadable') throw one.error;
  return [one.record];
}

function monthOf({ openedAt }: CaseRecord): string {
  return dateOf(chinaDay(instantOf(openedAt))).slice(0, 7);
}

/** Runs so many at once; after a failure none is begun, and those under way learn that it is over. */
async function runSome(
  tasks: readonly ((isOver: () => boolean) => Promise<void>)[],
  atOnce: number,
): Promise<void> {
  const waiting = [...tasks];
  let isOver = false;
  const work = async () => {
    for (let task = waiting.shift(); task !== undefined && !isOver; task = waiting.shift()) {
      await task(() => isOver).catch((error: unknown) => {
        isOver = true;
        throw error;
      });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}
