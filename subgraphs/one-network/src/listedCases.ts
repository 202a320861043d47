import { chinaDay, dateOf, graphqlError, instantOf } from '@tongban/kit';
import type { SortKey } from './keysetPage.ts';
import type { CaseStub, Service } from './serviceRegistry.ts';

/** A case in a person's list, as its agency told it. */
export interface ListedCase {
  readonly stub: CaseStub;
  readonly service: string;
  readonly openedAt: string;
  readonly stage: string;
  readonly region: string;
}

/** `input CaseFilter`. */
export interface CaseFilter {
  readonly services?: readonly string[] | null;
  readonly stages?: readonly string[] | null;
  readonly regions?: readonly string[] | null;
  readonly openedFrom?: string | null;
  readonly openedTo?: string | null;
}

interface CaseRow {
  readonly ref: string;
  readonly openedAt: string;
  readonly stage: string;
  readonly region: string;
}

/**
 * Merges what each agency listed of a person's cases, newest first, then by id. `lists` has each agency's list under
 * its field on `Person`; null or nothing where the agency did not answer.
 */
export function listedCases(
  services: readonly Service[],
  lists: Readonly<Record<string, unknown>>,
): ListedCase[] {
  return services
    .flatMap(({ personField, type, service }) => {
      const rows = (lists[personField] ?? []) as readonly (CaseRow | null)[];
      return rows.flatMap((row) =>
        row === null ? [] : [{ ...row, stub: { __typename: type, ref: row.ref }, service }],
      );
    })
    .toSorted((a, b) => compareListed(listedKey(a), listedKey(b)));
}

/**
 * @throws GraphQLError BAD_USER_INPUT where a region is not 2, 4 or 6 digits.
 */
export function filterCases(cases: readonly ListedCase[], filter: CaseFilter): ListedCase[] {
  const { services, stages, regions, openedFrom, openedTo } = filter;
  if (regions?.some((region) => !/^(\d{2}){1,3}$/.test(region))) {
    throw graphqlError(
      'BAD_USER_INPUT',
      '`filter.regions` takes the first 2, 4 or 6 digits of region codes (GB/T 2260).',
    );
  }
  return cases.filter(({ service, stage, region, openedAt }) => {
    const openedOn = dateOf(chinaDay(instantOf(openedAt)));
    return (
      (services?.includes(service) ?? true) &&
      (stages?.includes(stage) ?? true) &&
      (regions?.some((prefix) => region.startsWith(prefix)) ?? true) &&
      openedOn >= (openedFrom ?? openedOn) &&
      openedOn <= (openedTo ?? openedOn)
    );
  });
}

export function listedKey({ openedAt, stub }: ListedCase): SortKey {
  return [instantOf(openedAt), stub.ref];
}

/** Newest first, then by id. */
export function compareListed([openedA = 0, refA = '']: SortKey, [openedB = 0, refB = '']: SortKey): number {
  if (openedA !== openedB) return openedA > openedB ? -1 : 1;
  if (refA === refB) return 0;
  return refA < refB ? -1 : 1;
}
