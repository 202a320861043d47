import { createCaseLoader, type Look } from '@tongban/kit';
import type DataLoader from 'dataloader';
import type { AgencyRequest } from './agencyRequest.ts';
import { answerFor, type CaseAnswer } from './caseAnswer.ts';
import { MAX_KEYS, type MediationApi } from './mediationApi.ts';
import type { MediationCaseRecord } from './mediationCaseRecord.ts';
import type { MediationSystems } from './mediationSystems.ts';
import { PREFIX } from './toMediationCase.ts';

/**
 * Loads mediations by `ME-<region>-<key>` or `no:<number>`, 20 a call, the system by the region. Unknown and hidden ones
 * load as null. One for each request.
 */
export function createMediationCaseLoader(
  options: Look & {
    readonly systems: MediationSystems;
    readonly request: AgencyRequest;
  },
): DataLoader<string, MediationCaseRecord | null, string> {
  const { systems, request, caller, visibility, access } = options;
  const shown = (answers: ReadonlyMap<string, CaseAnswer | readonly CaseAnswer[]>) =>
    new Map(
      [...answers].flatMap(([key, found]) => {
        const candidates = [found].flat().flatMap((answer) => answerFor(answer, options) ?? []);
        // Of several cases with one number, one that can be read.
        const best = candidates.find((candidate) => !(candidate instanceof Error)) ?? candidates[0];
        return best === undefined ? [] : [[key, best] as const];
      }),
    );
  return createCaseLoader<MediationApi, MediationCaseRecord>({
    prefix: PREFIX,
    caller,
    visibility,
    access,
    systems,
    maxBatchSize: MAX_KEYS,
    loadByKeys: async (api, keys) => shown(await api.findByKeys(request, keys)),
    loadByNumbers: async (api, numbers) => shown(await api.findByNumbers(request, numbers)),
  });
}
