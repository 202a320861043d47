import type { Finding } from '../finding.ts';
import { rules } from './rules.ts';
import { ruleTable } from './ruleTable.ts';
import type { TraceFacts } from './traceFacts.ts';

/**
 * What all rules make of a trace, in the order of the table, then of the cases. It changes nothing and decides nothing: each
 * finding is for a person to judge (个人信息保护法 art. 24).
 */
export function findFindings(trace: TraceFacts): Finding[] {
  return rules.flatMap((rule) => {
    const entry = ruleTable.find(({ id }) => id === rule.id);
    if (entry === undefined) throw new RangeError(`${rule.id} has no line in the table of rules`);
    const { law, innocentReading } = entry;
    return rule.find(trace).map((observation) => ({ rule: rule.id, ...observation, law, innocentReading }));
  });
}
