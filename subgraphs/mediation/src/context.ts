import type { Caller, Look, SubgraphRequest, Visibility } from '@tongban/kit';
import type DataLoader from 'dataloader';
import type { AgencyRequest } from './agencyRequest.ts';
import type { CasesOfPerson } from './casesOfPersonLoader.ts';
import type { MediationCaseRecord } from './mediationCaseRecord.ts';
import type { MediationSystems } from './mediationSystems.ts';

/** What each resolver of this subgraph is given, built afresh for every request. */
export interface MediationContext extends Look {
  readonly caller: Caller;
  readonly visibility: Visibility;
  readonly systems: MediationSystems;
  readonly request: AgencyRequest;
  readonly cases: DataLoader<string, MediationCaseRecord | null, string>;
  readonly casesOfPerson: DataLoader<string, CasesOfPerson | null, string>;
  /** The present, for deadlines. */
  now(): Date;
  /** The subject tag of a credential. */
  readonly tagOf: SubgraphRequest['tagOf'];
}
