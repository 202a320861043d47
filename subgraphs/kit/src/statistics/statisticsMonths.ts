import { graphqlError } from '../graphqlError.ts';

/** One month as a list of cases is asked for it. */
export interface StatisticsMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  /** RFC 3339 with +08:00; the end is not in it. */
  readonly openedFrom: string;
  readonly openedBefore: string;
}

const MOST_MONTHS = 12;

/**
 * The months from the first to the last, both in it.
 *
 * @throws GraphQLError BAD_USER_INPUT where one is no month, they stand the wrong way round, or are more than 12
 */
export function statisticsMonths(from: string, to: string): StatisticsMonth[] {
  const first = indexOf('from', from);
  const last = indexOf('to', to);
  if (last < first) throw graphqlError('BAD_USER_INPUT', '`to` is a month before `from`.');
  if (last - first >= MOST_MONTHS) {
    throw graphqlError(
      'BAD_USER_INPUT',
      `Ask for ${MOST_MONTHS} months at most: bring \`from\` and \`to\` nearer.`,
    );
  }
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    month: monthAt(first + index),
    openedFrom: startOf(first + index),
    openedBefore: startOf(first + index + 1),
  }));
}

function indexOf(name: string, month: string): number {
  const [, year, ofYear] = /^(20\d{2}|19\d{2})-(0[1-9]|1[0-2])$/.exec(month) ?? [];
  if (year === undefined || ofYear === undefined) {
    throw graphqlError('BAD_USER_INPUT', `\`${name}\` is a month, YYYY-MM, for example 2026-03.`);
  }
  return Number(year) * 12 + Number(ofYear) - 1;
}

function monthAt(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}

function startOf(index: number): string {
  return `${monthAt(index)}-01T00:00:00+08:00`;
}
