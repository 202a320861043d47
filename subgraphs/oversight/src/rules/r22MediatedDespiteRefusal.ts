import { mediations } from './caseKinds.ts';
import { isBefore } from './period.ts';
import type { Rule } from './rule.ts';
import { day } from './say.ts';

const WENT_ON = new Set(['MEDIATING', 'AGREED']);

/** A party refused and never agreed, and mediation went on. */
export const r22MediatedDespiteRefusal: Rule = {
  id: 'R-22',
  find: (trace) =>
    mediations(trace).flatMap(({ id, history, mediation }) => {
      const refusals = mediation.consents.filter(
        ({ party, at, agreed }) =>
          !agreed &&
          !mediation.consents.some(
            (later) => later.agreed && later.party === party && isBefore(at, later.at),
          ),
      );
      return refusals.slice(0, 1).flatMap((refusal) => {
        const step = history.find(
          ({ service, to, at }) => service === null && WENT_ON.has(to) && isBefore(refusal.at, at),
        );
        if (step === undefined) return [];
        return [
          {
            cases: [id],
            facts: [
              `${id}: a party refused on ${day(refusal.at)}; the case came to ${step.to} on ${day(step.at)}.`,
            ],
            confidence: 'HIGH' as const,
          },
        ];
      });
    }),
};
