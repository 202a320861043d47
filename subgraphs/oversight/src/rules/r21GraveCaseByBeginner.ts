import { type AidCase, aidCases } from './caseKinds.ts';
import type { Rule } from './rule.ts';
import { count, day } from './say.ts';

const GRAVE = new Set(['LIFE_OR_DEATH', 'DEATH_REVIEW']);
const LEAST_YEARS = 3;

/** A defence where life imprisonment or death is possible, by somebody of fewer than three years' practice. */
export const r21GraveCaseByBeginner: Rule = {
  id: 'R-21',
  find: (trace) =>
    aidCases(trace)
      .filter(({ legalAid: { ground, notice } }) => GRAVE.has(ground) || GRAVE.has(notice?.ground ?? ''))
      .flatMap((one) =>
        one.legalAid.assignments.flatMap((assignment) => {
          const years = yearsOf(one, assignment);
          if (years === null || years >= LEAST_YEARS) return [];
          return [
            {
              cases: [one.id],
              about: assignment.assignmentNo,
              facts: [
                `${one.id}: ground ${one.legalAid.ground}; assigned on ${day(assignment.assignedAt)} by ${assignment.assignmentNo}.`,
                `The lawyer had practised for ${count(years, 'year', 'years')}.`,
              ],
              confidence: 'HIGH' as const,
            },
          ];
        }),
      ),
};

/** As noted at the assignment; else between the year of first practice in the register and that of the assignment. */
function yearsOf(
  { handlers }: AidCase,
  assignment: AidCase['legalAid']['assignments'][number],
): number | null {
  if (assignment.yearsOfPractice !== null) return assignment.yearsOfPractice;
  const assigned = handlers.find(
    ({ role, organization, from }) =>
      role === 'ASSIGNED_LAWYER' && organization === assignment.firm && from === assignment.assignedAt,
  );
  const first = assigned?.firstPracticeYear ?? null;
  return first === null ? null : Number(assignment.assignedAt.slice(0, 4)) - first;
}
