import type { Rule } from './rule.ts';
import { day } from './say.ts';

/** A time limit that was missed, net of pauses, as the agency's own subgraph computed it. One finding a case. */
export const r15OverdueStep: Rule = {
  id: 'R-15',
  find: (trace) =>
    trace.cases.flatMap(({ id, deadlines }) => {
      const missed = deadlines.filter(({ state }) => state === 'OVERDUE');
      if (missed.length === 0) return [];
      return [
        {
          cases: [id],
          facts: missed.map(
            ({ ruleId, startAt, dueAt, metAt, pausedDays, citation }) =>
              `${id}: ${ruleId}, running from ${day(startAt)}, was due on ${day(dueAt)}${pausedDays > 0 ? ` (${pausedDays} paused days taken out)` : ''} and ${metAt === null ? 'is not met' : `was met on ${day(metAt)}`}; ${citation}.`,
          ),
          confidence: 'HIGH' as const,
        },
      ];
    }),
};
