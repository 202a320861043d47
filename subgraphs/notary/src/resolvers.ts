import {
  createFactsResolver,
  createServiceCaseResolvers,
  type StatisticsArguments,
  type SubgraphResolvers,
  scalarResolvers,
} from '@tongban/kit';
import { notaryFacts } from './caseFacts.ts';
import type { NotaryContext } from './context.ts';
import type { ListArguments } from './listCases.ts';
import type { NotaryCaseRecord } from './notaryCaseRecord.ts';
import { notaryDeadlines } from './notaryDeadlines.ts';
import { notaryStatuses } from './notaryStatuses.ts';
import { roleLabels } from './roleLabels.ts';
import {
  isShown,
  type Level,
  visibleApplication,
  visibleCertificate,
  visibleEnforcementCertificate,
  visibleFeeReduction,
  visibleHolding,
  visibleReExamination,
  visibleTask,
} from './visibleDetails.ts';

type LevelOf = (group: string) => Level;

/** A field of a case, given how much of a group of the sharing matrix the caller sees. */
function inGroup<Result>(
  group: string,
  show: (record: NotaryCaseRecord, level: Level, of: LevelOf) => Result,
) {
  return (record: NotaryCaseRecord, _args: unknown, { caller, visibility }: NotaryContext) => {
    const of: LevelOf = (other) => visibility.level(caller, record, other);
    return show(record, of(group), of);
  };
}

/** A field of a case that is null where its group is not seen in full. */
function inFull<Result>(group: string, read: (record: NotaryCaseRecord) => Result) {
  return inGroup(group, (record, level) => (level === 'FULL' ? read(record) : null));
}

/** The resolvers of the notary subgraph. */
export const resolvers: SubgraphResolvers = {
  ...scalarResolvers,
  Query: {
    notaryCases: (_root: unknown, args: ListArguments, context: NotaryContext) => context.list(args),
    notaryStatistics: (_root: unknown, args: StatisticsArguments, context: NotaryContext) =>
      context.statistics(args),
  },
  Person: {
    __resolveReference: ({ credential }: { credential: string }) => ({ credential }),
    notaryCases: (person: { credential: string }, _args: unknown, { casesOfPerson }: NotaryContext) =>
      casesOfPerson.load(person.credential),
  },
  NotaryCase: {
    __resolveReference: ({ ref }: { ref: string }, { cases }: NotaryContext) => cases.load(ref),
    facts: createFactsResolver(notaryFacts),
    ...createServiceCaseResolvers<NotaryCaseRecord, NotaryContext>({
      statuses: notaryStatuses,
      roleLabels,
      deadlinesOf: notaryDeadlines,
    }),
    application: inGroup('case', visibleApplication),
    pauses: inGroup('deadlines', ({ reasonedPauses }, level) => {
      if (!isShown(level)) return null;
      return reasonedPauses.map((pause) => (level === 'FULL' ? pause : { ...pause, reason: null }));
    }),
    verifications: inFull('caseFacts', ({ verifications }) => verifications),
    fee: inFull('fee', ({ fee }) => fee),
    feeReduction: inGroup('fee', ({ feeReduction }, level) => visibleFeeReduction(feeReduction, level)),
    refuseGround: inFull('case', ({ refuseGround }) => refuseGround),
    terminateGround: inFull('case', ({ terminateGround }) => terminateGround),
    certificate: inGroup('certificate', ({ certificate }, level) => visibleCertificate(certificate, level)),
    enforcementCertificate: inGroup('certificate', ({ enforcementCertificate }, level) =>
      visibleEnforcementCertificate(enforcementCertificate, level),
    ),
    reExamination: inGroup('certificate', ({ reExamination }, level, of) =>
      visibleReExamination(reExamination, level, of('caseFacts')),
    ),
    evidence: inFull('materials', ({ evidence }) => evidence),
    will: inFull('will', ({ will }) => will),
    holdings: inFull('materials', ({ holdings }) => holdings.map(visibleHolding)),
    auxiliaryTasks: inGroup('case', ({ auxiliaryTasks }, level) =>
      isShown(level) ? auxiliaryTasks.map((task) => visibleTask(task, level)) : null,
    ),
  },
};
