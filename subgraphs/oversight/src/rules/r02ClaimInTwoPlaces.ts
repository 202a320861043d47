import { opponents, recipients } from './aid.ts';
import { aidCases, type Mediation, mediations, notaryMatters } from './caseKinds.ts';
import { pairsSharing } from './pairs.ts';
import { overlap } from './period.ts';
import type { Observation, Rule } from './rule.ts';
import { day, list, yuan } from './say.ts';
import type { TraceFacts } from './traceFacts.ts';
import { shared, side, who } from './who.ts';

const JUDGED = /裁决书|判决书/;

/**
 * One claim before two mediation bodies at once; a notarised debt with an enforcement certificate, and an award or judgment
 * between the same two. An agreement that a court confirmed and a notary made enforceable is rule R-14's.
 */
export const r02ClaimInTwoPlaces: Rule = {
  id: 'R-02',
  find: (trace) => [
    ...pairsSharing(mediations(trace), (one) => side(one, 'A')).flatMap(([one, other]) =>
      twoBodies(one, other),
    ),
    ...awardAndCertificate(trace),
  ],
};

function twoBodies(one: Mediation, other: Mediation): Observation[] {
  const sameType = one.mediation.disputeType === other.mediation.disputeType;
  if (one.agency === other.agency || !sameType || !overlap(one, other)) return [];
  if (shared(side(one, 'B'), side(other, 'B')).length === 0) return [];
  return [
    {
      cases: [one.id, other.id],
      facts: [
        `${one.id} (opened ${day(one.openedAt)}) and ${other.id} (opened ${day(other.openedAt)}) have a claimant and a respondent in common.`,
        `Both are disputes of the type ${one.mediation.disputeType}, before two bodies, and were open at the same time.`,
      ],
      confidence: 'HIGH',
    },
  ];
}

function awardAndCertificate(trace: TraceFacts): Observation[] {
  const enforced = notaryMatters(trace).flatMap((one) => {
    const { enforcementCertificate: certificate, certificate: debt } = one.notary;
    return certificate?.issuedAt && debt?.enforceability
      ? [{ one, certificate, debt: debt.enforceability }]
      : [];
  });
  return aidCases(trace).flatMap((aid) => {
    const awards = aid.documents.filter(({ kind }) => JUDGED.test(kind));
    if (awards.length === 0) return [];
    return enforced
      .filter(
        ({ debt }) =>
          recipients(aid).includes(who(debt.creditor)) && opponents(aid).includes(who(debt.debtor)),
      )
      .map(
        ({ one, certificate }): Observation => ({
          cases: [aid.id, one.id],
          facts: [
            `${aid.id} holds ${list(awards.map(({ kind, number, issuedAt }) => `${kind} ${number ?? 'without number'} of ${day(issuedAt)}`))}.`,
            `${one.id}: an enforcement certificate over ${yuan(certificate.amount)} between the same two, ${certificate.certificateNo ?? 'without number'}.`,
          ],
          confidence: 'MEDIUM',
        }),
      );
  });
}
