import type { FactsOptions } from '@tongban/kit';
import type { NotaryContext } from './context.ts';
import type { CertificateRecord, NotaryCaseRecord, SubjectRecord } from './notaryCaseRecord.ts';
import { notaryDeadlines } from './notaryDeadlines.ts';

/** What audit rules are told of a notary matter; of a will nothing, since no auditor sees its case. */
export const notaryFacts: FactsOptions<NotaryCaseRecord, NotaryContext> = {
  groups: ['fee', 'certificate'],
  deadlinesOf: notaryDeadlines,
  tell: (record, context, shows) => ({
    feeReduction: shows('fee') ? record.feeReduction : null,
    notary: {
      acceptanceNo: record.acceptanceNo,
      matter: record.matter,
      venueGround: record.application.venueGround,
      acceptedAt: record.application.acceptedAt,
      fee: shows('fee') ? record.fee : null,
      refuseGround: record.refuseGround,
      certificate:
        record.certificate && shows('certificate') ? certificateOf(record.certificate, context) : null,
      enforcementCertificate:
        record.enforcementCertificate && shows('certificate')
          ? {
              certificateNo: record.enforcementCertificate.certificateNo,
              requestedAt: record.enforcementCertificate.requestedAt,
              amount: record.enforcementCertificate.amount,
              issuedAt: record.enforcementCertificate.issuedAt,
            }
          : null,
      namesakes: shows('parties') ? [...record.namesakes] : [],
    },
  }),
};

function certificateOf(
  { certificateNo, issuedAt, status, enforceability }: CertificateRecord,
  context: NotaryContext,
) {
  return {
    certificateNo,
    issuedAt,
    status,
    enforceability: enforceability && {
      consentClause: enforceability.consentClause,
      creditor: whoOf(enforceability.creditor, context),
      debtor: whoOf(enforceability.debtor, context),
      amount: enforceability.amount,
      dueDates: [...enforceability.dueDates],
    },
  };
}

function whoOf({ credential, organization }: SubjectRecord, { tagOf }: NotaryContext) {
  return { subject: credential && tagOf(credential), organization };
}
