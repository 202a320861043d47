import { aidCases } from './caseKinds.ts';
import type { Rule } from './rule.ts';
import { day } from './say.ts';

/** A decision that refuses or ends aid and gives no reason. */
export const r25RefusalWithoutReason: Rule = {
  id: 'R-25',
  find: (trace) =>
    aidCases(trace).flatMap(({ id, legalAid }) =>
      legalAid.decisions
        .filter(({ kind, reasonCode }) => (kind === 'REFUSE' || kind === 'TERMINATE') && reasonCode === null)
        .map(({ decisionNo, kind, decidedAt }) => ({
          cases: [id],
          about: decisionNo,
          facts: [`${id}: decision ${decisionNo} (${kind}) of ${day(decidedAt)} gives no reason.`],
          confidence: 'HIGH' as const,
        })),
    ),
};
