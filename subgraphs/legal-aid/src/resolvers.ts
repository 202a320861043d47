import {
  createFactsResolver,
  createServiceCaseResolvers,
  type StatisticsArguments,
  type SubgraphResolvers,
  scalarResolvers,
} from '@tongban/kit';
import { legalAidFacts } from './caseFacts.ts';
import type { LegalAidContext } from './context.ts';
import type { LegalAidCaseRecord } from './legalAidCaseRecord.ts';
import { legalAidDeadlines, reachedAt } from './legalAidDeadlines.ts';
import { legalAidStatuses } from './legalAidStatuses.ts';
import type { ListArguments } from './listCases.ts';
import { roleLabels } from './roleLabels.ts';
import {
  isShown,
  type Level,
  organizationOf,
  visibleApplication,
  visibleAssignment,
  visibleConsultation,
  visibleDecision,
  visibleDutyLawyer,
  visibleHardship,
  visibleNotice,
  visibleQualityReview,
  visibleRecipient,
  visibleSubsidy,
} from './visibleDetails.ts';

/** A field of a case, given how much of a group of the sharing matrix the caller sees. */
function inGroup<Result>(
  group: string,
  show: (record: LegalAidCaseRecord, level: Level, of: LevelOf) => Result,
) {
  return (record: LegalAidCaseRecord, _args: unknown, { caller, visibility }: LegalAidContext) => {
    const of: LevelOf = (other) => visibility.level(caller, record, other);
    return show(record, of(group), of);
  };
}
type LevelOf = (group: string) => Level;

/** A list of a case that is null, not empty, where its group is hidden. */
function listInGroup<Entry, Result>(
  group: string,
  entriesOf: (record: LegalAidCaseRecord) => readonly Entry[],
  show: (entry: Entry, level: Level) => Result,
) {
  return inGroup(group, (record, level) =>
    isShown(level) ? entriesOf(record).map((entry) => show(entry, level)) : null,
  );
}

/** A plain field of a case that is null where its group is not seen in full. */
function inFull<Result>(group: string, read: (record: LegalAidCaseRecord) => Result) {
  return inGroup(group, (record, level) => (level === 'FULL' ? read(record) : null));
}

/** The resolvers of the legal aid subgraph. */
export const resolvers: SubgraphResolvers = {
  ...scalarResolvers,
  Query: {
    legalAidCases: (_root: unknown, args: ListArguments, context: LegalAidContext) => context.list(args),
    legalAidStatistics: (_root: unknown, args: StatisticsArguments, context: LegalAidContext) =>
      context.statistics(args),
  },
  Person: {
    __resolveReference: ({ credential }: { credential: string }) => ({ credential }),
    legalAidCases: (person: { credential: string }, _args: unknown, { casesOfPerson }: LegalAidContext) =>
      casesOfPerson.load(person.credential),
  },
  LegalAidCase: {
    __resolveReference: ({ ref }: { ref: string }, { cases }: LegalAidContext) => cases.load(ref),
    facts: createFactsResolver(legalAidFacts),
    ...createServiceCaseResolvers<LegalAidCaseRecord, LegalAidContext>({
      statuses: legalAidStatuses,
      roleLabels,
      deadlinesOf: legalAidDeadlines,
    }),
    recipient: inGroup('parties', visibleRecipient),
    ground: inFull('case', ({ ground }) => ground),
    application: inGroup('case', (record, level, of) => visibleApplication(record, level, of('caseFacts'))),
    consultation: inGroup('case', visibleConsultation),
    hardshipCheck: inGroup('hardship', ({ hardshipCheck }, level) => visibleHardship(hardshipCheck, level)),
    decision: inGroup('documents', ({ decisions }, level) => {
      const last = decisions.at(-1);
      return last === undefined || !isShown(level) ? null : visibleDecision(last, level);
    }),
    decisions: listInGroup('documents', ({ decisions }) => decisions, visibleDecision),
    notice: inGroup('case', ({ notice }, level, of) => visibleNotice(notice, level, of('caseFacts'))),
    assignments: listInGroup('assignment', ({ assignments }) => assignments, visibleAssignment),
    replacements: listInGroup(
      'assignment',
      ({ replacements }) => replacements,
      (replacement, level) => (level === 'FULL' ? replacement : { ...replacement, reason: null }),
    ),
    objection: inGroup('case', ({ objection }, level, of) => {
      // The number of a decision goes with the decision.
      const documents = of('documents');
      if (objection === null || !isShown(level)) return null;
      const isNumbered = level === 'FULL' && documents === 'FULL';
      const againstDecisionNo = isNumbered ? objection.againstDecisionNo : null;
      return { ...objection, againstDecisionNo, bureau: organizationOf(objection.bureau) };
    }),
    subsidies: listInGroup('fee', ({ subsidies }) => subsidies, visibleSubsidy),
    dutyLawyer: inGroup('assignment', ({ dutyLawyer }, level) => visibleDutyLawyer(dutyLawyer, level)),
    progressReports: inFull('caseFacts', ({ progressReports }) => progressReports),
    outcome: inGroup('case', ({ outcome }, level) => (isShown(level) ? outcome : null)),
    recovered: inFull('case', ({ recovered }) => recovered),
    fileSubmittedAt: (record: LegalAidCaseRecord) => reachedAt(record, 'FILE_SUBMITTED'),
    fileReviewedAt: (record: LegalAidCaseRecord) => reachedAt(record, 'FILE_REVIEWED'),
    qualityReviews: listInGroup('fee', ({ qualityReviews }) => qualityReviews, visibleQualityReview),
  },
};
