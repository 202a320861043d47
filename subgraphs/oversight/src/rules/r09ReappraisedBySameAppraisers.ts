import { type Appraisal, appraisals } from './caseKinds.ts';
import type { Rule } from './rule.ts';
import { shared, who } from './who.ts';

/** A re-appraisal, and among its appraisers one who appraised the same matters of the same parties before. */
export const r09ReappraisedBySameAppraisers: Rule = {
  id: 'R-09',
  find(trace) {
    const all = appraisals(trace);
    return all
      .filter(({ appraisal }) => appraisal.commission.isReappraisal)
      .flatMap((again) => {
        const earlier = all.filter(
          (one) => !one.appraisal.commission.isReappraisal && isSameMatter(one, again),
        );
        return earlier.flatMap((one) => {
          const same = shared(appraisersOf(one), appraisersOf(again));
          if (same.length === 0) return [];
          return [
            {
              cases: [again.id, one.id],
              facts: [
                `${again.id} repeats the appraisal of ${again.appraisal.matters.join(', ')} in ${one.id}.`,
                `${same.length} of its appraisers took part in both.`,
              ],
              confidence: 'HIGH' as const,
            },
          ];
        });
      });
  },
};

function isSameMatter(one: Appraisal, other: Appraisal): boolean {
  return (
    one.appraisal.category === other.appraisal.category &&
    shared(one.appraisal.matters, other.appraisal.matters).length > 0 &&
    shared(one.parties.map(who), other.parties.map(who)).length > 1
  );
}

function appraisersOf({ handlers }: Appraisal): string[] {
  return handlers.filter(({ role }) => role === 'APPRAISER').map(({ practitionerNo }) => practitionerNo);
}
