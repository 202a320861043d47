import { normaliseNumber } from '@tongban/kit';
import { type Mediation, mediations, type NotaryMatter, notaryMatters } from './caseKinds.ts';
import type { Observation, Rule } from './rule.ts';
import { day, yuan } from './say.ts';
import type { TraceFacts } from './traceFacts.ts';
import { who } from './who.ts';

/** A court confirmed an agreement, and a notary made the debt out of it enforceable: two titles for one debt. */
export const r14ConfirmedAndNotarised: Rule = {
  id: 'R-14',
  find: (trace) =>
    mediations(trace)
      .filter(({ mediation }) => mediation.confirmation?.result === 'CONFIRMED')
      .flatMap((one) => notarisedFor(one, trace).map((matter) => toObservation(one, matter))),
};

function notarisedFor(one: Mediation, trace: TraceFacts): NotaryMatter[] {
  const { notarialCertificateNo } = one.mediation;
  return notaryMatters(trace).filter(({ notary: { certificate } }) => {
    if (certificate?.enforceability == null || certificate.status === 'REVOKED') return false;
    const isQuoted =
      notarialCertificateNo !== null &&
      normaliseNumber(notarialCertificateNo) === normaliseNumber(certificate.certificateNo);
    return isQuoted || isDebtOf(one, certificate.enforceability);
  });
}

/** The same debtor owes the same creditor the same sum under the agreement. */
function isDebtOf(
  { mediation: { agreement }, parties }: Mediation,
  debt: NonNullable<NonNullable<NotaryMatter['notary']['certificate']>['enforceability']>,
): boolean {
  const keyOf = (index: number | null) => {
    const party = index === null ? undefined : parties[index];
    return party === undefined ? null : who(party);
  };
  const owed = (agreement?.obligations ?? []).filter(
    ({ debtor, creditor }) => keyOf(debtor) === who(debt.debtor) && keyOf(creditor) === who(debt.creditor),
  );
  const sum = owed.reduce((total, { amount }) => total + (amount ?? 0), 0);
  return sum > 0 && sum === debt.amount;
}

function toObservation(one: Mediation, matter: NotaryMatter): Observation {
  const { agreement, confirmation } = one.mediation;
  const { certificate } = matter.notary;
  return {
    cases: [one.id, matter.id],
    facts: [
      `${one.id}: agreement ${agreement?.agreementNo ?? 'without number'}, confirmed by ${confirmation?.courtCaseNo ?? 'a court'}${confirmation?.decidedAt ? ` on ${day(confirmation.decidedAt)}` : ''}.`,
      `${matter.id}: certificate ${certificate?.certificateNo} of ${day(certificate?.issuedAt ?? '')} makes ${yuan(certificate?.enforceability?.amount ?? 0)} between the same two enforceable.`,
    ],
    confidence: 'HIGH',
  };
}
