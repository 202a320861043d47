import { createBatchLoader } from '@tongban/kit';
import type DataLoader from 'dataloader';
import type { AgencyRequest, LegalAidApi } from './legalAidApi.ts';
import type { RestLawyer } from './legalAidRest.ts';
import type { LegalAidSystems } from './legalAidSystems.ts';

/** A lawyer of the register that the system of a region keeps. */
export interface LawyerKey {
  readonly region: string;
  readonly practitionerNo: string;
}

/** Loads lawyers from the public register, each once a request; who is not in it loads as null. */
export function createLawyerLoader(
  systems: LegalAidSystems,
  request: AgencyRequest,
): DataLoader<LawyerKey, RestLawyer | null, string> {
  const nameOf = ({ region, practitionerNo }: LawyerKey) => `${region}-${practitionerNo}`;
  return createBatchLoader<LawyerKey, RestLawyer>({
    name: 'lawyers',
    maxBatchSize: Number.POSITIVE_INFINITY,
    keyOf: nameOf,
    load: async (wanted) => {
      const found = await Promise.all(
        wanted.map(async (key) => {
          const api: LegalAidApi | null = systems.forRegion(key.region);
          const lawyer = api === null ? null : await api.findLawyer(request, key.practitionerNo);
          return lawyer === null ? [] : [[nameOf(key), lawyer] as const];
        }),
      );
      return new Map(found.flat());
    },
  });
}
