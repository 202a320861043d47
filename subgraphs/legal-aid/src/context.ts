import type { Caller, Connection, ServiceCaseContext, UpstreamError, Visibility } from '@tongban/kit';
import { createCaseLoader } from '@tongban/kit';
import type DataLoader from 'dataloader';
import { answerFor, type CaseAnswer } from './caseAnswer.ts';
import { type CasesOfPerson, createCasesOfPersonLoader } from './casesOfPersonLoader.ts';
import { type LegalAidApi, MAX_BATCH } from './legalAidApi.ts';
import type { LegalAidCaseRecord } from './legalAidCaseRecord.ts';
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
  list(args: ListArguments): Promise<Connection<LegalAidCaseRecord | UpstreamError>>;
}

/** Builds the context of one request; what is given beside `request` lives as long as the process. */
export function createLegalAidContext(
  shared: {
    readonly systems: LegalAidSystems;
    readonly visibility: Visibility;
    readonly now: () => Date;
    readonly production: boolean;
  },
  request: { readonly caller: Caller; readonly requestId: string; readonly signal: AbortSignal },
): LegalAidContext {
  const { systems, visibility, now, production } = shared;
  const { caller } = request;
  const shown = (answer: CaseAnswer) => answerFor(answer, { caller, visibility });

  return {
    caller,
    visibility,
    now,
    cases: createCaseLoader<LegalAidApi, LegalAidCaseRecord>({
      prefix: LEGAL_AID_PREFIX,
      caller,
      visibility,
      systems,
      maxBatchSize: MAX_BATCH,
      loadByKeys: async (api, keys) =>
        visibleOf(await api.findByKeys(request, keys), (answer) => [shown(answer)]),
      loadByNumbers: async (api, numbers) =>
        visibleOf(await api.findByNumbers(request, numbers), (answers) => answers.map(shown)),
    }),
    casesOfPerson: createCasesOfPersonLoader({ systems, request, caller, visibility, production }),
    list: (args) => listCases(args, { caller, visibility, systems, request }),
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
