import {
  type Caller,
  type Connection,
  caseStatistics,
  createBatchLoader,
  createCaseLoader,
  noteGiven,
  type ServiceCaseContext,
  type ServiceStatistics,
  type StatisticsArguments,
  type SubgraphRequest,
  type UpstreamError,
  type Visibility,
} from '@tongban/kit';
import type DataLoader from 'dataloader';
import type { AppraisalCaseRecord } from './appraisalCaseRecord.ts';
import type { AppraisalRequest, AppraisalShared } from './appraisalRequest.ts';
import { answerFor, type CaseAnswer } from './caseAnswer.ts';
import { appraisalCounts } from './caseStatistics.ts';
import { type CasesOfPerson, createCasesOfPersonLoader } from './casesOfPersonLoader.ts';
import { type ForensicAppraisalApi, MAX_BATCH } from './forensicAppraisalApi.ts';
import { type ListArguments, listCases } from './listCases.ts';
import { APPRAISAL_PREFIX } from './toAppraisalCase.ts';

/** A case by the agency's key, in the system of a region: how one case names another. */
export interface EarlierCaseKey {
  readonly region: string;
  readonly key: string;
}

/** What each resolver is given, built afresh for every request. */
export interface AppraisalContext extends ServiceCaseContext {
  readonly caller: Caller;
  readonly visibility: Visibility;
  now(): Date;
  /** Cases by graph id or `no:<number>`; unknown and hidden ones are null alike. */
  readonly cases: DataLoader<string, AppraisalCaseRecord | null, string>;
  /** Cases that another one supplements or repeats. */
  readonly earlierCases: DataLoader<EarlierCaseKey, AppraisalCaseRecord | null, string>;
  /** Cases by credential. */
  readonly casesOfPerson: DataLoader<string, CasesOfPerson | null, string>;
  list(args: ListArguments): Promise<Connection<AppraisalCaseRecord | UpstreamError>>;
  statistics(args: StatisticsArguments): Promise<ServiceStatistics[] | null>;
}

/** Builds the context of one request. */
export function createAppraisalContext(
  shared: AppraisalShared,
  { caller, access, tagOf, ...request }: SubgraphRequest,
): AppraisalContext {
  const { systems, visibility, now } = shared;
  const look: AppraisalRequest = { ...shared, caller, access, request };
  const loadByKeys = async (api: ForensicAppraisalApi, keys: readonly string[]) =>
    shownOf(await api.findByKeys(request, keys), look);

  return {
    caller,
    visibility,
    now,
    tagOf,
    cases: createCaseLoader<ForensicAppraisalApi, AppraisalCaseRecord>({
      prefix: APPRAISAL_PREFIX,
      caller,
      visibility,
      access,
      systems,
      maxBatchSize: MAX_BATCH,
      loadByKeys,
      loadByNumbers: async (api, numbers) => shownOf(await api.findByNumbers(request, numbers), look),
    }),
    earlierCases: createBatchLoader<EarlierCaseKey, AppraisalCaseRecord>({
      name: 'earlier appraisals',
      maxBatchSize: MAX_BATCH,
      keyOf: earlierCaseName,
      load: async (wanted) => {
        const bySystem = Map.groupBy(wanted, ({ region }) => systems.forRegion(region));
        const found = await Promise.all(
          [...bySystem].map(async ([api, keys]) => {
            const byKey =
              api === null
                ? new Map()
                : await loadByKeys(
                    api,
                    keys.map(({ key }) => key),
                  );
            return keys.map(
              (one) => [earlierCaseName(one), noteGiven(byKey.get(one.key) ?? null, look)] as const,
            );
          }),
        );
        return new Map(found.flat().filter(([, one]) => one !== null));
      },
    }),
    casesOfPerson: createCasesOfPersonLoader(look),
    list: (args) => listCases(args, look),
    statistics: (args) => {
      const today = now();
      return caseStatistics(args, { caller, source: appraisalCounts(systems, request, today), now: today });
    },
  };
}

function earlierCaseName({ region, key }: EarlierCaseKey): string {
  return `${region}-${key}`;
}

/** For each name the first case that is shown, or else the first failure; names with neither are left out. */
function shownOf(
  found: ReadonlyMap<string, readonly CaseAnswer[]>,
  look: AppraisalRequest,
): Map<string, AppraisalCaseRecord | UpstreamError> {
  return new Map(
    [...found].flatMap(([name, answers]) => {
      const shown = answers.map((answer) => answerFor(answer, look)).filter((one) => one !== null);
      const best = shown.find((one) => !(one instanceof Error)) ?? shown[0];
      return best === undefined ? [] : [[name, best] as const];
    }),
  );
}
