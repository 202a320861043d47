import { appraisals } from './caseKinds.ts';
import type { Rule } from './rule.ts';
import { count, day } from './say.ts';

/** An accepted appraisal with a party known by another state's document, and no report of the foreign element. */
export const r16ForeignElementNotReported: Rule = {
  id: 'R-16',
  find: (trace) =>
    appraisals(trace).flatMap(({ id, parties, appraisal }) => {
      const { effectiveAt } = appraisal.commission;
      const foreign = parties.filter(({ isForeign }) => isForeign);
      if (effectiveAt === null || foreign.length === 0 || appraisal.hasForeignReport) return [];
      return [
        {
          cases: [id],
          facts: [
            `${id}: in force since ${day(effectiveAt)}; ${count(foreign.length, 'party', 'parties')} known by a foreign document (${foreign.map(({ role }) => role).join(', ')}).`,
            'There is no report of a foreign element.',
          ],
          confidence: 'HIGH' as const,
        },
      ];
    }),
};
