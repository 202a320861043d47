import { appraisals } from './caseKinds.ts';
import type { Rule } from './rule.ts';
import { count } from './say.ts';

const LEAST = 2;
/** From here on appraisers have been named. */
const NAMED = new Set(['ASSIGNED', 'EXAMINING', 'INTERNAL_REVIEW', 'ISSUED']);

/** Fewer than two appraisers on a case that has gone so far that they are named. */
export const r20OneAppraiserOnly: Rule = {
  id: 'R-20',
  find: (trace) =>
    appraisals(trace).flatMap(({ id, history, handlers, appraisal }) => {
      const named = history.find(({ service, to }) => service === null && NAMED.has(to));
      const appraisers = new Set(
        handlers.filter(({ role }) => role === 'APPRAISER').map(({ practitionerNo }) => practitionerNo),
      );
      if (named === undefined || appraisers.size >= LEAST) return [];
      const { opinion } = appraisal;
      return [
        {
          cases: [id],
          facts: [
            `${id}: ${count(appraisers.size, 'appraiser', 'appraisers')} named, the case stands at ${history.at(-1)?.to}.`,
            ...(opinion === null
              ? []
              : [
                  `Opinion ${opinion.opinionNo} bears ${count(opinion.signers.length, 'signature', 'signatures')}.`,
                ]),
          ],
          confidence: 'HIGH' as const,
        },
      ];
    }),
};
