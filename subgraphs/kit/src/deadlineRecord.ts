/** Where a time limit stands; the codes of `enum DeadlineState`. */
export type DeadlineState = 'RUNNING' | 'PAUSED' | 'MET' | 'DUE_SOON' | 'OVERDUE' | 'WAIVED';

/** A computed time limit, field by field as the graph's type `Deadline`. */
export interface DeadlineRecord {
  readonly ruleId: string;
  /** What must happen, in Chinese. */
  readonly name: string;
  readonly startAt: string;
  /** In `unit`, extensions included. */
  readonly length: number;
  readonly unit: 'HOUR' | 'DAY' | 'WORKING_DAY' | 'MONTH' | 'YEAR';
  /** The last second to be in time. While a pause runs: as if it ended today. */
  readonly dueAt: string;
  readonly metAt: string | null;
  readonly state: DeadlineState;
  /** Days that pauses took out, working days for a rule in working days. */
  readonly pausedDays: number;
  readonly citation: string;
}
