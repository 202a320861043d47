import type { CaseFacts } from '@tongban/kit';
import type { Observation, Rule } from '../rule.ts';
import { traceOf } from '../traceFacts.ts';

/** What one rule makes of cases. */
export function find(rule: Rule, ...cases: readonly CaseFacts[]): Observation[] {
  return rule.find(traceOf(cases));
}
