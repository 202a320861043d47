import type { Finding } from '../finding.ts';
import type { RuleId } from './ruleTable.ts';
import type { TraceFacts } from './traceFacts.ts';

/** A finding before law and innocent reading of its rule are put to it. */
export type Observation = Pick<Finding, 'cases' | 'about' | 'facts' | 'confidence'>;

/** A rule of audit (domain.md §8): a pure function, so that the same facts always give the same findings. */
export interface Rule {
  readonly id: RuleId;
  /** Sentences of an observation name case ids, numbers of documents, dates and amounts, never a person. */
  find(trace: TraceFacts): Observation[];
}
