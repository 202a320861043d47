import type { Look, Visibility } from '@tongban/kit';
import type { AppraisalSystems } from './appraisalSystems.ts';
import type { AgencyRequest } from './forensicAppraisalApi.ts';

/** What lives as long as the process. */
export interface AppraisalShared {
  readonly systems: AppraisalSystems;
  readonly visibility: Visibility;
  readonly production: boolean;
  now(): Date;
}

/** What look-ups of one request are made with. */
export interface AppraisalRequest extends AppraisalShared, Look {
  readonly visibility: Visibility;
  readonly request: AgencyRequest;
}
