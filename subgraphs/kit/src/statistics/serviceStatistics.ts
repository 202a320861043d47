import type { ServiceKind } from '../serviceKind.ts';

/** How large the regions of a table are; the codes of `enum StatisticsLevel`. */
export type StatisticsLevel = 'PROVINCE' | 'CITY' | 'COUNTY';

/** Digits of a region code that name a region of each level (GB/T 2260). */
export const digitsOf: Readonly<Record<StatisticsLevel, number>> = { PROVINCE: 2, CITY: 4, COUNTY: 6 };

/** One cell, field by field as the graph's type `ServiceStatistics`: the cases that were opened in one region and month. */
export interface ServiceStatistics {
  readonly service: ServiceKind;
  readonly region: string;
  /** `YYYY-MM` in China. */
  readonly month: string;
  /** Null, as every number that follows, where it is withheld. */
  readonly opened: number | null;
  readonly closed: number | null;
  /** Null where none is closed, too. */
  readonly medianDays: number | null;
  readonly dueSteps: number | null;
  readonly overdueSteps: number | null;
  /** 0 to 1; null where no step has come due, too. */
  readonly overdueRate: number | null;
  readonly isSuppressed: boolean;
}
