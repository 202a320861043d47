import type { SyntheticLegalAidCase } from '../syntheticLegalAidCase.ts';
import { type CaseBaseInput, createCaseBase } from './createCaseBase.ts';

type Details = SyntheticLegalAidCase['details'];

/** A legal aid case; what `details` leaves out did not happen. */
export function createLegalAidCase(
  base: CaseBaseInput,
  details: Pick<Details, 'form' | 'ground' | 'hardshipCheck'> & Partial<Details>,
): SyntheticLegalAidCase {
  return {
    ...createCaseBase('LEGAL_AID', base),
    service: 'LEGAL_AID',
    details: {
      application: null,
      consultation: null,
      notice: null,
      decision: null,
      assignments: [],
      opposingParties: [],
      objection: null,
      subsidies: [],
      dutyLawyer: null,
      outcome: null,
      recovered: null,
      qualityGrade: null,
      ...details,
    },
  };
}
