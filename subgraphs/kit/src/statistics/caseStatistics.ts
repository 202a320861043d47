import type { Caller } from '../caller.ts';
import type { CaseRecord } from '../caseRecord.ts';
import { graphqlError } from '../graphqlError.ts';
import { regionsToList } from '../regionsToList.ts';
import { requirePurpose } from '../requirePurpose.ts';
import { countCases } from './countCases.ts';
import { digitsOf, type ServiceStatistics, type StatisticsLevel } from './serviceStatistics.ts';
import { statisticsMonths } from './statisticsMonths.ts';
import type { StatisticsSource } from './statisticsSource.ts';
import { toServiceStatistics } from './toServiceStatistics.ts';

/** Arguments of a service's root field. */
export interface StatisticsArguments {
  readonly from: string;
  readonly to: string;
  readonly region?: string | null;
  readonly by?: StatisticsLevel | null;
}

/**
 * Figures of a service's cases by region and month of opening, oldest month first. Staff of the bureau of justice get them for
 * their regions, auditors for those of their assignment in force; everybody else gets null, and no system is asked.
 *
 * Whole provinces are counted, whatever part of them is asked for: which cells are withheld must not depend on the question.
 * A cell that lies only in part in the caller's regions is left out. Nobody is noted as touched: no number is of fewer than five
 * cases.
 *
 * @throws GraphQLError PURPOSE_REQUIRED; BAD_USER_INPUT for arguments that cannot be, or more cases than one question may count
 * @throws UpstreamError when a system fails: figures without it would look complete
 */
export async function caseStatistics<R extends CaseRecord, System>(
  args: StatisticsArguments,
  {
    caller,
    source,
    now,
  }: {
    readonly caller: Caller;
    readonly source: StatisticsSource<R, System>;
    readonly now: Date;
  },
): Promise<ServiceStatistics[] | null> {
  const level = args.by ?? 'PROVINCE';
  const wanted = args.region ?? null;
  const months = statisticsMonths(args.from, args.to);
  if (wanted !== null && !/^(\d{2}|\d{4}|\d{6})$/.test(wanted)) {
    throw graphqlError('BAD_USER_INPUT', '`region` is the first 2, 4 or 6 digits of a region code.');
  }
  if (wanted !== null && wanted.length > digitsOf[level]) {
    throw graphqlError(
      'BAD_USER_INPUT',
      '`by` is coarser than `region`: take a finer level, or a larger region.',
    );
  }
  const regions = statisticsRegions(caller, wanted, now);
  if (regions === null) return null;

  const provinces = [...new Set(regions.map((region) => region.slice(0, 2)))].toSorted();
  const counted = await countCases(source, { provinces, months, now });
  return counted
    .toSorted((one, other) => (one.month < other.month ? -1 : Number(one.month > other.month)))
    .flatMap(({ month, counties }) =>
      toServiceStatistics(counties, { service: source.service, month, level }),
    )
    .filter(({ region }) => regions.some((prefix) => region.startsWith(prefix)));
}

/** Null where the caller gets no figures. @throws GraphQLError PURPOSE_REQUIRED */
function statisticsRegions(caller: Caller, wanted: string | null, now: Date): readonly string[] | null {
  if (caller.role === 'AUDITOR') requirePurpose(caller, 'statistics');
  const regions = regionsToList(caller, { service: 'BUREAU', wanted, most: Number.POSITIVE_INFINITY, now });
  if (regions !== null) requirePurpose(caller, 'statistics');
  return regions;
}
