import type { CaseFacts, FactsOptions } from '@tongban/kit';
import type { LegalAidContext } from './context.ts';
import type { LegalAidCaseRecord } from './legalAidCaseRecord.ts';
import { legalAidDeadlines } from './legalAidDeadlines.ts';

const LAWYERS = new Set(['ASSIGNED_LAWYER', 'DUTY_LAWYER']);

type LegalAidFacts = NonNullable<CaseFacts['legalAid']>;

/** What audit rules are told of a legal aid case. Of the hardship check only the grounds: auditors see it masked. */
export const legalAidFacts: FactsOptions<LegalAidCaseRecord, LegalAidContext> = {
  groups: ['hardship', 'caseFacts', 'fee'],
  deadlinesOf: legalAidDeadlines,
  tell: (record, context, shows) => ({
    legalAid: {
      form: record.form,
      ground: record.ground,
      application: record.application && {
        receivedAt: record.application.receivedAt,
        jurisdictionGround: record.application.jurisdictionGround,
        urgent: record.application.urgent,
      },
      notice: record.notice && {
        organ: record.notice.organ,
        ground: record.notice.ground,
        receivedAt: record.notice.receivedAt,
      },
      hardship: hardshipOf(record, context),
      decisions: shows('documents') ? [...record.decisions] : [],
      assignments: shows('assignment') ? [...record.assignments] : [],
      opposingParties: shows('caseFacts') ? opponentsOf(record, context) : [],
      objection: record.objection && { filedAt: record.objection.filedAt, result: record.objection.result },
      subsidies: shows('fee')
        ? record.subsidies.map(({ amount, paidAt, payee }) => ({
            amount,
            paidAt,
            payee: context.tagOf(`PAYEE:${payee}`),
          }))
        : [],
      outcome: record.outcome,
    },
  }),
  register: async ({ role, practitionerNo }, { region }, { lawyers }) => {
    const lawyer = LAWYERS.has(role) ? await lawyers.load({ region, practitionerNo }) : null;
    return {
      licenceState: lawyer?.licenceState ?? null,
      firstPracticeYear: lawyer?.firstPracticeYear ?? null,
      categories: null,
    };
  },
};

function hardshipOf(
  record: LegalAidCaseRecord,
  { caller, visibility }: LegalAidContext,
): LegalAidFacts['hardship'] {
  const level = visibility.level(caller, record, 'hardship');
  if (level !== 'FULL' && level !== 'MASKED') return null;
  const { mode, exemptGround, notLimitedGround, result } = record.hardshipCheck;
  return { mode, exemptGround, notLimitedGround, result };
}

function opponentsOf({ application }: LegalAidCaseRecord, { tagOf }: LegalAidContext) {
  return (application?.opposingParties ?? []).map(({ credential, organization }) => ({
    subject: credential && tagOf(credential),
    organization,
  }));
}
