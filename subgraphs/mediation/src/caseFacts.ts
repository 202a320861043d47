import type { FactsOptions } from '@tongban/kit';
import type { MediationContext } from './context.ts';
import type { MediationCaseRecord } from './mediationCaseRecord.ts';
import { mediationDeadlines } from './mediationDeadlines.ts';

/** What audit rules are told of a mediation: who agreed to what in numbers, never what anybody said or offered. */
export const mediationFacts: FactsOptions<MediationCaseRecord, MediationContext> = {
  groups: ['caseFacts', 'agreement', 'confirmation'],
  deadlinesOf: mediationDeadlines,
  tell: (record, _context, shows) => ({
    mediation: {
      source: record.source,
      disputeType: record.disputeType,
      organKind: record.organKind,
      acceptedAt: record.acceptedAt,
      consents: shows('parties') ? [...record.consents] : [],
      disclosures: shows('caseFacts')
        ? record.disclosures.map(({ at, consented }) => ({ at, consented }))
        : [],
      agreement: shows('agreement') ? agreementOf(record) : null,
      confirmation: shows('confirmation') ? confirmationOf(record) : null,
      notarialCertificateNo: shows('agreement') ? record.notarialCertificateNo : null,
    },
  }),
};

function agreementOf({ agreement }: MediationCaseRecord) {
  if (agreement === null) return null;
  const { agreementNo, form, effectiveAt, obligations } = agreement;
  return {
    agreementNo,
    form,
    effectiveAt,
    obligations: obligations.map(({ debtor, creditor, amount, dueDate, performedAt }) => ({
      debtor,
      creditor,
      amount,
      dueDate,
      performedAt,
    })),
  };
}

function confirmationOf({ confirmation }: MediationCaseRecord) {
  if (confirmation === null) return null;
  const { court, courtCaseNo, filedAt, decidedAt, result } = confirmation;
  return { court, courtCaseNo, filedAt, decidedAt, result };
}
