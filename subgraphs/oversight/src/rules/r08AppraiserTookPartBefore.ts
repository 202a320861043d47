import { type Appraisal, appraisals, type Mediation, mediations } from './caseKinds.ts';
import { isBefore } from './period.ts';
import type { Observation, Rule } from './rule.ts';
import { count, day } from './say.ts';
import { shared, who } from './who.ts';

/**
 * An appraiser who mediated between the same parties before the opinion. Services number practitioners each their own way,
 * so that mostly the name alone tells, and one name may be two persons': LOW.
 */
export const r08AppraiserTookPartBefore: Rule = {
  id: 'R-08',
  find: (trace) =>
    appraisals(trace).flatMap((appraisal) =>
      mediations(trace).flatMap((mediation) => look(appraisal, mediation)),
    ),
};

function look(appraisal: Appraisal, mediation: Mediation): Observation[] {
  const end = appraisal.appraisal.opinion?.issuedAt ?? appraisal.closedAt;
  if (end !== null && !isBefore(mediation.openedAt, end)) return [];
  const common = shared(appraisal.parties.map(who), mediation.parties.map(who));
  if (common.length === 0) return [];
  const mediators = mediation.handlers.filter(({ role }) => role === 'MEDIATOR');
  return appraisal.handlers
    .filter(({ role }) => role === 'APPRAISER')
    .flatMap((appraiser, index) => {
      const byNumber = mediators.some(({ practitionerNo }) => practitionerNo === appraiser.practitionerNo);
      const byName = mediators.some(({ nameTag }) => nameTag === appraiser.nameTag);
      if (!byNumber && !byName) return [];
      return [
        {
          cases: [appraisal.id, mediation.id],
          about: `appraiser ${index + 1}`,
          facts: [
            `${mediation.id} (opened ${day(mediation.openedAt)}) and ${appraisal.id} have ${count(common.length, 'party', 'parties')} in common.`,
            byNumber
              ? 'A mediator of the one is, by number, an appraiser of the other.'
              : 'A mediator of the one and an appraiser of the other bear the same name.',
          ],
          confidence: byNumber ? 'HIGH' : 'LOW',
        },
      ];
    });
}
