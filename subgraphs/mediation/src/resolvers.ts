import {
  caseStatistics,
  createFactsResolver,
  createServiceCaseResolvers,
  type StatisticsArguments,
  type SubgraphResolvers,
  scalarResolvers,
} from '@tongban/kit';
import { mediationFacts } from './caseFacts.ts';
import { mediationCounts } from './caseStatistics.ts';
import type { MediationContext } from './context.ts';
import { type ListArguments, listCases } from './listCases.ts';
import type { MediationCaseRecord } from './mediationCaseRecord.ts';
import { mediationDeadlines } from './mediationDeadlines.ts';
import { mediationStatuses, roleLabels } from './mediationStatuses.ts';
import { showAgreement, showConfirmation } from './shownOutcome.ts';

type Case = MediationCaseRecord;
type Context = MediationContext;

const shared = createServiceCaseResolvers<Case, Context>({
  statuses: mediationStatuses,
  roleLabels,
  deadlinesOf: mediationDeadlines,
});

/** How much of a group of fields the caller sees (schema/sharing-matrix.yaml). */
function levelOf(record: Case, { caller, visibility }: Context, group: string) {
  return visibility.level(caller, record, group);
}

/** The parties as the caller sees them, by their index in the record; null for one that is hidden or is none of them. */
function partyBy(record: Case, context: Context) {
  const parties = shared.parties(record, {}, context);
  return (index: number | null) => (index === null ? null : (parties?.[index] ?? null));
}

/** Resolvers of the mediation subgraph; what the caller may not see is null. */
export const resolvers: SubgraphResolvers = {
  ...scalarResolvers,
  Query: {
    mediationCases: (_root: unknown, args: ListArguments, context: Context) => listCases(args, context),
    mediationStatistics: (_root: unknown, args: StatisticsArguments, context: Context) => {
      const { caller, systems, request, now } = context;
      return caseStatistics(args, { caller, source: mediationCounts(systems, request), now: now() });
    },
  },
  Person: {
    __resolveReference: (reference: { credential: string }) => reference,
    mediationCases: ({ credential }: { credential: string }, _args: unknown, { casesOfPerson }: Context) =>
      casesOfPerson.load(credential),
  },
  MediationCase: {
    ...shared,
    __resolveReference: ({ ref }: { ref: string }, { cases }: Context) => cases.load(ref),
    facts: createFactsResolver(mediationFacts),
    // That legal aid sent the matter on would tell the other side of it (法律援助法 art. 21).
    source: (record: Case, _args: unknown, { caller, visibility }: Context) =>
      record.source === 'LEGAL_AID' && visibility.relation(caller, record).startsWith('OPPOSING')
        ? 'OTHER'
        : record.source,
    escalationRisk: (record: Case, _args: unknown, { caller, visibility }: Context) =>
      ['AGENCY', 'AUDITOR'].includes(visibility.relation(caller, record)) ? record.escalationRisk : null,
    consents: (record: Case, _args: unknown, context: Context) => {
      const level = levelOf(record, context, 'parties');
      if (level !== 'FULL' && level !== 'MASKED') return null;
      const party = partyBy(record, context);
      return record.consents.map((consent) => ({ ...consent, party: party(consent.party) }));
    },
    disclosures: (record: Case, _args: unknown, context: Context) => {
      const level = levelOf(record, context, 'caseFacts');
      if (level !== 'FULL' && level !== 'MASKED') return null;
      return record.disclosures.map((one) => ({ ...one, text: level === 'FULL' ? one.text : null }));
    },
    sessions: (record: Case, _args: unknown, context: Context) => {
      const level = levelOf(record, context, 'caseFacts');
      if (level !== 'FULL' && level !== 'MASKED') return null;
      return record.sessions.map(({ at, place, mode, undisputedFacts }) => ({
        at,
        place,
        mode,
        undisputedFacts: level === 'FULL' ? undisputedFacts : null,
      }));
    },
    agreementReached: (record: Case, _args: unknown, context: Context) =>
      levelOf(record, context, 'agreement') === 'NONE' ? null : record.agreement !== null,
    agreement: (record: Case, _args: unknown, context: Context) =>
      showAgreement(record, levelOf(record, context, 'agreement'), partyBy(record, context)),
    confirmation: (record: Case, _args: unknown, context: Context) =>
      showConfirmation(record, levelOf(record, context, 'confirmation')),
    notarialCertificateNo: (record: Case, _args: unknown, context: Context) =>
      levelOf(record, context, 'agreement') === 'FULL' ? record.notarialCertificateNo : null,
    followUps: (record: Case, _args: unknown, context: Context) => {
      const level = levelOf(record, context, 'agreement');
      if (level !== 'FULL' && level !== 'MASKED') return null;
      return record.followUps.map((visit) => ({
        ...visit,
        satisfaction: level === 'FULL' ? visit.satisfaction : null,
      }));
    },
  },
};
