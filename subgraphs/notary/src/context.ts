import {
  type Caller,
  type Connection,
  caseStatistics,
  createCaseLoader,
  type ServiceCaseContext,
  type ServiceStatistics,
  type StatisticsArguments,
  type SubgraphRequest,
  type UpstreamError,
  type Visibility,
} from '@tongban/kit';
import type DataLoader from 'dataloader';
import { answerFor, type CaseAnswer } from './caseAnswer.ts';
import { notaryCounts } from './caseStatistics.ts';
import { type CasesOfPerson, createCasesOfPersonLoader } from './casesOfPersonLoader.ts';
import { type ListArguments, listCases } from './listCases.ts';
import { MAX_BATCH, type NotaryApi } from './notaryApi.ts';
import type { NotaryCaseRecord } from './notaryCaseRecord.ts';
import type { NotarySystems } from './notarySystems.ts';
import { NOTARY_PREFIX } from './wire/notaryCaseShape.ts';

/** What each resolver is given, built afresh for every request. */
export interface NotaryContext extends ServiceCaseContext {
  readonly caller: Caller;
  readonly visibility: Visibility;
  now(): Date;
  /** Cases by graph id or `no:<number>`; unknown and hidden ones are null alike. */
  readonly cases: DataLoader<string, NotaryCaseRecord | null, string>;
  /** Cases by credential. */
  readonly casesOfPerson: DataLoader<string, CasesOfPerson | null, string>;
  list(args: ListArguments): Promise<Connection<NotaryCaseRecord | UpstreamError>>;
  statistics(args: StatisticsArguments): Promise<ServiceStatistics[] | null>;
}

/** Builds the context of one request; what is given beside `request` lives as long as the process. */
export function createNotaryContext(
  shared: {
    readonly systems: NotarySystems;
    readonly visibility: Visibility;
    readonly now: () => Date;
    readonly production: boolean;
  },
  request: SubgraphRequest,
): NotaryContext {
  const { systems, visibility, now, production } = shared;
  const { caller, access, tagOf } = request;
  const look = { caller, visibility, access };
  const shown = (answer: CaseAnswer) => answerFor(answer, look);

  return {
    caller,
    visibility,
    now,
    tagOf,
    cases: createCaseLoader<NotaryApi, NotaryCaseRecord>({
      prefix: NOTARY_PREFIX,
      ...look,
      systems,
      maxBatchSize: MAX_BATCH,
      loadByKeys: async (api, keys) =>
        firstShown(await api.findByKeys(request, keys), (answer) => [shown(answer)]),
      loadByNumbers: async (api, numbers) =>
        firstShown(await api.findByNumbers(request, numbers), (answers) => answers.map(shown)),
    }),
    casesOfPerson: createCasesOfPersonLoader({ ...look, systems, request, production }),
    list: (args) => listCases(args, { ...look, systems, request }),
    statistics: (args) =>
      caseStatistics(args, { caller, source: notaryCounts(systems, request), now: now() }),
  };
}

/** For each key the first case that is shown, or else the first failure; keys with neither are left out. */
function firstShown<Answer>(
  found: ReadonlyMap<string, Answer>,
  show: (answer: Answer) => readonly (NotaryCaseRecord | UpstreamError | null)[],
): Map<string, NotaryCaseRecord | UpstreamError> {
  return new Map(
    [...found].flatMap(([key, answer]) => {
      const shown = show(answer).filter((one) => one !== null);
      const best = shown.find((one) => !(one instanceof Error)) ?? shown[0];
      return best === undefined ? [] : [[key, best] as const];
    }),
  );
}
