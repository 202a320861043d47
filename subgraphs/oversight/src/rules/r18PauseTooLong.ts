import { type CaseFacts, computeDeadline } from '@tongban/kit';
import { daysBetween, isBefore } from './period.ts';
import type { Rule } from './rule.ts';
import { count, day } from './say.ts';

/** Days before the end of a limit that count as just before it. */
const JUST_BEFORE_DAYS = 3;
/** Days after which a pause by itself asks for a look. */
const LONG_DAYS = 90;

/** A pause of more than three months, or another one that began when the time was nearly up. */
export const r18PauseTooLong: Rule = {
  id: 'R-18',
  find: (trace) =>
    trace.cases.flatMap((one) => {
      const byRule = Map.groupBy(one.pauses, ({ ruleId }) => ruleId);
      return [...byRule.values()].flatMap((pauses) =>
        pauses
          .toSorted((a, b) => Date.parse(a.from) - Date.parse(b.from))
          .flatMap((pause, index, sorted) => {
            const facts = [...tooLong(pause), ...repeated(one, pause, sorted.slice(0, index))];
            if (facts.length === 0) return [];
            return [
              {
                cases: [one.id],
                about: `${pause.ruleId} ${day(pause.from)}`,
                facts: facts.map((fact) => `${one.id}: ${fact}`),
                confidence: 'MEDIUM' as const,
              },
            ];
          }),
      );
    }),
};

type Pause = CaseFacts['pauses'][number];

function tooLong({ ruleId, from, to }: Pause): string[] {
  if (to === null || daysBetween(from, to) <= LONG_DAYS) return [];
  return [`${ruleId} was paused for ${daysBetween(from, to)} days, from ${day(from)} to ${day(to)}.`];
}

/** What was left when the pause began, with only the earlier pauses taken out. */
function repeated(one: CaseFacts, pause: Pause, earlier: readonly Pause[]): string[] {
  const limit = one.deadlines.find(({ ruleId }) => ruleId === pause.ruleId);
  if (limit === undefined || earlier.length === 0) return [];
  const { dueAt } = computeDeadline({
    ruleId: pause.ruleId,
    startAt: limit.startAt,
    metAt: null,
    endedAt: null,
    pauses: earlier,
    extensions: one.extensions.filter(({ approvedAt }) => !isBefore(pause.from, approvedAt)),
    now: new Date(pause.from),
  });
  const left = daysBetween(pause.from, dueAt);
  if (isBefore(dueAt, pause.from) || left > JUST_BEFORE_DAYS) return [];
  return [
    `${pause.ruleId} was paused again on ${day(pause.from)}, ${count(left, 'day', 'days')} before it would have ended on ${day(dueAt)}; it had been paused ${count(earlier.length, 'time', 'times')} before.`,
  ];
}
