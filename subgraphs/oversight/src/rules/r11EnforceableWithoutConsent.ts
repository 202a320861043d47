import { notaryMatters } from './caseKinds.ts';
import type { Rule } from './rule.ts';
import { day, yuan } from './say.ts';

/** A certificate that makes a debt enforceable without the debtor's consent to it, or over something that is no payment. */
export const r11EnforceableWithoutConsent: Rule = {
  id: 'R-11',
  find: (trace) =>
    notaryMatters(trace).flatMap(({ id, notary: { certificate } }) => {
      if (certificate?.enforceability == null) return [];
      const { consentClause, amount } = certificate.enforceability;
      if (consentClause && amount > 0) return [];
      return [
        {
          cases: [id],
          facts: [
            `${id}: certificate ${certificate.certificateNo} of ${day(certificate.issuedAt)} makes a debt of ${yuan(amount)} enforceable.`,
            consentClause
              ? 'It is over no payment.'
              : 'It has no clause by which the debtor consents to enforcement.',
          ],
          confidence: consentClause ? ('MEDIUM' as const) : ('HIGH' as const),
        },
      ];
    }),
};
