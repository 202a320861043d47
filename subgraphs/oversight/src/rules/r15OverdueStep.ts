import type { Rule } from './rule.ts';
import { day } from './say.ts';

/** A time limit that was missed, net of pauses, as the agency's own subgraph computed it. */
export const r15OverdueStep: Rule = {
  id: 'R-15',
  find: (trace) =>
    trace.cases.flatMap(({ id, deadlines }) =>
      deadlines
        .filter(({ state }) => state === 'OVERDUE')
        .map(({ ruleId, startAt, dueAt, metAt, pausedDays, citation }) => ({
          cases: [id],
          about: `${ruleId} ${day(startAt)}`,
          facts: [
            `${id}: ${ruleId} ran from ${day(startAt)} and was due on ${day(dueAt)}${pausedDays > 0 ? `, ${pausedDays} paused days taken out` : ''}.`,
            metAt === null ? 'It is not met.' : `It was met on ${day(metAt)}.`,
            `It rests on ${citation}.`,
          ],
          confidence: 'HIGH' as const,
        })),
    ),
};
