import type {
  Caller,
  Connection,
  ServiceCaseContext,
  ServiceStatistics,
  StatisticsArguments,
  SubgraphRequest,
  UpstreamError,
  Visibility,
} from '@tongban/kit';
import { caseStatistics, createCaseLoader } from '@tongban/kit';
import type DataLoader from 'dataloader';
import { answerFor, type CaseAnswer } from './caseAnswer.ts';
import { legalAidCounts } from './caseStatistics.ts';
import { type CasesOfPerson, createCasesOfPersonLoader } from './casesOfPersonLoader.ts';
import { createLawyerLoader, type LawyerKey } from './lawyerLoader.ts';
import { type LegalAidApi, MAX_BATCH } from './legalAidApi.ts';
import type { LegalAidCaseRecord } from './legalAidCaseRecord.ts';
import type { RestLawyer } from './legalAidRest.ts';
import type { LegalAidSystems } from './legalAidSystems.ts';
import { type ListArguments, listCases } from './listCases.ts';
import { LEGAL_AID_PREFIX } from './toLegalAidCase.ts';

/** What each resolver is given, built afresh for every request. */
export interface LegalAidContext extends ServiceCaseContext {
  readonly caller: Caller;
  readonly visibility: Visibility;
  now(): Date;
  /** Cases by graph id or `no:<number>`; unknown and hidden ones are null alike. */
  readonly cases: DataLoader<string, LegalAidCaseRecord | null, string>;
  /** Cases by credential. */
  readonly casesOfPerson: DataLoader<string, CasesOfPerson | null, string>;
  /** The public register of lawyers. */
  readonly lawyers: DataLoader<LawyerKey, RestLawyer | null, string>;
  list(args: ListArguments): Promise<Connection<LegalAidCaseRecord | UpstreamError>>;
  statistics(args: StatisticsArguments): Promise<ServiceStatistics[] | null>;
}

/** Builds the context of one request; what is given beside `request` lives as long as the process. */
export function createLegalAidContext(
  shared: {
    readonly systems: LegalAidSystems;
    readonly visibility: Visibility;
    readonly now: () => Date;
    readonly production: boolean;
  },
  request: SubgraphRequest,
): LegalAidContext {
  const { systems, visibility, now, production } = shared;
  const { caller, access, tagOf } = request;
  const look = { caller, visibility, access };
  const shown = (answer: CaseAnswer) => answerFor(answer, look);

  return {
    caller,
    visibility,
    now,
    tagOf,
    cases: createCaseLoader<LegalAidApi, LegalAidCaseRecord>({
      prefix: LEGAL_AID_PREFIX,
      ...look,
      systems,
      maxBatchSize: MAX_BATCH,
      loadByKeys: async (api, keys) =>
        visibleOf(await api.findByKeys(request, keys), (answer) => [shown(answer)]),
      loadByNumbers: async (api, numbers) =>
        visibleOf(await api.findByNumbers(request, numbers), (answers) => answers.map(shown)),
    }),
    casesOfPerson: createCasesOfPersonLoader({ ...look, systems, request, production }),
    lawyers: createLawyerLoader(systems, request),
    list: (args) => listCases(args, { ...look, systems, request }),
    statistics: (args) =>
      caseStatistics(args, { caller, source: legalAidCounts(systems, request), now: now() }),
  };
}

/** For each key the first case that is shown, or else the first failure; keys with neither are left out. */
function visibleOf<Answer>(
  found: ReadonlyMap<string, Answer>,
  show: (answer: Answer) => readonly (LegalAidCaseRecord | UpstreamError | null)[],
): Map<string, LegalAidCaseRecord | UpstreamError> {
  return new Map(
    [...found].flatMap(([key, answer]) => {
      const shown = show(answer).filter((one) => one !== null);
      const best = shown.find((one) => !(one instanceof Error)) ?? shown[0];
      return best === undefined ? [] : [[key, best] as const];
    }),
  );
}
