import { appraisals } from './caseKinds.ts';
import type { Rule } from './rule.ts';
import { day } from './say.ts';

/** Material that was not handed over by whom it had been handed to, or arrived with another digest. */
export const r29CustodyBroken: Rule = {
  id: 'R-29',
  find: (trace) =>
    appraisals(trace).flatMap(({ id, appraisal }) =>
      appraisal.materials.flatMap(({ no, gapAt, digestChangedAt }) => {
        const facts = [
          ...(gapAt === null
            ? []
            : [`${id}: material ${no} came on ${day(gapAt)} from another than it had gone to.`]),
          ...(digestChangedAt === null
            ? []
            : [`${id}: material ${no} came on ${day(digestChangedAt)} with another digest than before.`]),
        ];
        return facts.length === 0
          ? []
          : [{ cases: [id], about: `material ${no}`, facts, confidence: 'HIGH' as const }];
      }),
    ),
};
