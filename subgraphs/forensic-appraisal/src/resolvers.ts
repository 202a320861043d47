import {
  createFactsResolver,
  createServiceCaseResolvers,
  type StatisticsArguments,
  type SubgraphResolvers,
  scalarResolvers,
} from '@tongban/kit';
import type { AppraisalCaseRecord } from './appraisalCaseRecord.ts';
import { appraisalDeadlines } from './appraisalDeadlines.ts';
import { appraisalStatuses } from './appraisalStatuses.ts';
import { appraisalFacts } from './caseFacts.ts';
import type { AppraisalContext, EarlierCaseKey } from './context.ts';
import type { ListArguments } from './listCases.ts';
import { roleLabels } from './roleLabels.ts';
import {
  isShown,
  type LevelOf,
  organizationOf,
  visibleAppraiser,
  visibleCommission,
  visibleFeeReduction,
  visibleForeignReport,
  visibleOpinion,
  visiblePauses,
  visibleSubject,
  visibleTestimony,
} from './visibleDetails.ts';

/** A field of a case, given how much of each group of the sharing matrix the caller sees. */
function shown<Result>(
  show: (record: AppraisalCaseRecord, of: LevelOf, context: AppraisalContext) => Result,
) {
  return (record: AppraisalCaseRecord, _args: unknown, context: AppraisalContext) =>
    show(record, (group) => context.visibility.level(context.caller, record, group), context);
}

/** A field of a case that is null where its group is not seen in full. */
function inFull<Result>(group: string, read: (record: AppraisalCaseRecord) => Result) {
  return shown((record, of) => (of(group) === 'FULL' ? read(record) : null));
}

/** A field of a case that is null where its group is not seen, and the same masked or in full. */
function inPart<Result>(group: string, read: (record: AppraisalCaseRecord) => Result) {
  return shown((record, of) => (isShown(of(group)) ? read(record) : null));
}

interface Commission {
  readonly earlier: { readonly supplements: EarlierCaseKey | null; readonly repeats: EarlierCaseKey | null };
}

function earlierCase(which: keyof Commission['earlier']) {
  return ({ earlier }: Commission, _args: unknown, { earlierCases }: AppraisalContext) => {
    const key = earlier[which];
    return key === null ? null : earlierCases.load(key);
  };
}

/** The resolvers of the forensic appraisal subgraph. */
export const resolvers: SubgraphResolvers = {
  ...scalarResolvers,
  Query: {
    forensicAppraisalCases: (_root: unknown, args: ListArguments, context: AppraisalContext) =>
      context.list(args),
    forensicAppraisalStatistics: (_root: unknown, args: StatisticsArguments, context: AppraisalContext) =>
      context.statistics(args),
  },
  Person: {
    __resolveReference: ({ credential }: { credential: string }) => ({ credential }),
    forensicAppraisalCases: (
      person: { credential: string },
      _args: unknown,
      { casesOfPerson }: AppraisalContext,
    ) => casesOfPerson.load(person.credential),
  },
  ForensicAppraisalCase: {
    __resolveReference: ({ ref }: { ref: string }, { cases }: AppraisalContext) => cases.load(ref),
    facts: createFactsResolver(appraisalFacts),
    ...createServiceCaseResolvers<AppraisalCaseRecord, AppraisalContext>({
      statuses: appraisalStatuses,
      roleLabels,
      deadlinesOf: appraisalDeadlines,
    }),
    unifiedCode: inFull('case', ({ unifiedCode }) => unifiedCode),
    commission: shown(visibleCommission),
    subject: shown(visibleSubject),
    matters: inFull('case', ({ matters }) => matters),
    standards: inPart('case', ({ standards }) => standards),
    institution: inPart('assignment', ({ institution, agency }) => ({
      ...institution,
      organization: organizationOf(agency),
    })),
    appraisers: inFull('assignment', ({ appraisers }) => appraisers.map(visibleAppraiser)),
    materials: inFull('materials', ({ materials }) => materials),
    examinedAt: inFull('case', ({ examinedAt }) => examinedAt),
    pauses: shown(visiblePauses),
    extensions: inPart('deadlines', ({ extensions }) =>
      extensions.map(({ length, ...extension }) => ({ ...extension, workingDays: length })),
    ),
    opinion: shown((record, of) => visibleOpinion(record, of('opinion'))),
    notAcceptGround: inFull('case', ({ notAcceptGround }) => notAcceptGround),
    terminateGround: inFull('case', ({ terminateGround }) => terminateGround),
    feeReduction: shown((record, of, { caller, visibility }) => {
      const isOpposing = visibility.relation(caller, record).startsWith('OPPOSING');
      return visibleFeeReduction(record.feeReduction, of('fee'), isOpposing);
    }),
    foreignRelatedReport: shown(visibleForeignReport),
    testimony: shown((record, of) => visibleTestimony(record, of('case'))),
  },
  AppraisalCommission: {
    supplements: earlierCase('supplements'),
    repeats: earlierCase('repeats'),
  },
};
