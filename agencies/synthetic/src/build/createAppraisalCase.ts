import type { SyntheticAppraisalCase } from '../syntheticAppraisalCase.ts';
import { type CaseBaseInput, createCaseBase } from './createCaseBase.ts';

type Details = SyntheticAppraisalCase['details'];

/** A forensic appraisal case; what `details` leaves out did not happen. */
export function createAppraisalCase(
  base: CaseBaseInput,
  details: Pick<Details, 'category' | 'matters' | 'commission'> & Partial<Details>,
): SyntheticAppraisalCase {
  const shared = createCaseBase('FORENSIC_APPRAISAL', base);
  return {
    ...shared,
    service: 'FORENSIC_APPRAISAL',
    details: {
      notAcceptGround: null,
      standards: [],
      materials: [],
      opinion: null,
      feeReduction: null,
      foreignRelatedReport: null,
      testimony: null,
      examinedAt: null,
      ...details,
    },
  };
}
