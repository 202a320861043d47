import type { CaseRecord, SecrecyMark } from '../caseRecord.ts';
import type { DeadlineClock } from '../deadlineClock.ts';
import type { DeadlineRecord } from '../deadlineRecord.ts';
import type { ServiceKind } from '../serviceKind.ts';

/** One case as a subgraph reads it: whole, or unreadable by itself, with its marks where these can be read. */
export type CountedCase<R extends CaseRecord> =
  | { readonly kind: 'case'; readonly record: R }
  | {
      readonly kind: 'unreadable';
      readonly error: Error;
      readonly sketch: { readonly secrecy: readonly SecrecyMark[] } | null;
    };

/** A page of a system's own list. */
export interface CountedPage<R extends CaseRecord> {
  readonly cases: readonly CountedCase<R>[];
  /** Cases of the whole list, sealed ones left out. */
  readonly total: number;
}

/** Which cases are counted. */
export interface CountedQuery {
  /** Prefix of region codes, the 2 digits of a province. */
  readonly region: string;
  /** RFC 3339 with +08:00; the end is not in it. */
  readonly openedFrom: string;
  readonly openedBefore: string;
}

/** Where a service's cases are counted from; made for one request. */
export interface StatisticsSource<R extends CaseRecord, System> {
  readonly service: ServiceKind;
  /** The systems that can have cases in a region. */
  systemsOf(region: string): readonly System[];
  /**
   * All pages of a system's list, one after the other, without sealed cases.
   *
   * @throws UpstreamError where the system fails
   */
  pages(system: System, query: CountedQuery): AsyncIterable<CountedPage<R>>;
  deadlinesOf(record: R, clock: DeadlineClock): DeadlineRecord[];
}
