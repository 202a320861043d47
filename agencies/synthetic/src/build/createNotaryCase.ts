import type { SyntheticNotaryCase } from '../syntheticNotaryCase.ts';
import { type CaseBaseInput, createCaseBase } from './createCaseBase.ts';

type Details = SyntheticNotaryCase['details'];

/** A notary case; what `details` leaves out did not happen. Fee in fen. */
export function createNotaryCase(
  base: CaseBaseInput,
  details: Pick<Details, 'matter' | 'purpose' | 'applicationNo' | 'fee'> & Partial<Details>,
): SyntheticNotaryCase {
  const shared = createCaseBase('NOTARY', base);
  return {
    ...shared,
    service: 'NOTARY',
    details: {
      placeOfUse: '中国',
      venueGround: 'DOMICILE',
      handlingMode: 'COUNTER',
      acceptedAt: shared.events.find(({ event }) => event === 'ACCEPT')?.at ?? null,
      feeReduction: null,
      refuseGround: null,
      verifications: [],
      certificate: null,
      enforcementCertificate: null,
      reExamination: null,
      evidence: null,
      will: null,
      ...details,
    },
  };
}
