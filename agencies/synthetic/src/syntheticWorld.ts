import type { SyntheticAppraisalCase } from './syntheticAppraisalCase.ts';
import type { SyntheticLegalAidCase } from './syntheticLegalAidCase.ts';
import type { SyntheticMediationCase } from './syntheticMediationCase.ts';
import type { SyntheticNotaryCase } from './syntheticNotaryCase.ts';
import type { SyntheticBody, SyntheticPerson, SyntheticPractitioner } from './syntheticRegister.ts';
import type { SyntheticLink, SyntheticThread } from './syntheticThread.ts';

/**
 * The synthetic world: made-up persons, bodies and cases that fill every reference system of this project.
 * One neutral shape, so that the four agencies, which store things in four different ways, agree on who did what and
 * when. Numbers are test-safe (province digits 48, which GB/T 2260 has not assigned); see `docs/synthetic-data.md`.
 *
 * Conventions: instants are ISO 8601 with offset (`2026-03-02T09:00:00+08:00`); dates `YYYY-MM-DD`; money in fen.
 */

/** The services that hold cases of their own. */
export type AgencyService = 'LEGAL_AID' | 'NOTARY' | 'FORENSIC_APPRAISAL' | 'MEDIATION';

/** A slice of the world. Threads never cross slices; bodies and practitioners come in the first slice only. */
export interface WorldSlice {
  readonly persons: readonly SyntheticPerson[];
  readonly bodies: readonly SyntheticBody[];
  readonly practitioners: readonly SyntheticPractitioner[];
  readonly cases: readonly SyntheticCase[];
  readonly threads: readonly SyntheticThread[];
  readonly links: readonly SyntheticLink[];
}

/** A case of any service; `service` tells which. */
export type SyntheticCase =
  | SyntheticLegalAidCase
  | SyntheticNotaryCase
  | SyntheticAppraisalCase
  | SyntheticMediationCase;

const prefixes: Readonly<Record<AgencyService, string>> = {
  LEGAL_AID: 'LA',
  NOTARY: 'NO',
  FORENSIC_APPRAISAL: 'FA',
  MEDIATION: 'ME',
};

/** The id of a case in the graph: service and region in the open, the agency's own key, and nothing personal. */
export function graphCaseId(of: { service: AgencyService; region: string; key: string }): string {
  return `${prefixes[of.service]}-${of.region}-${of.key}`;
}
