import type { SyntheticMediationCase } from '../syntheticMediationCase.ts';
import { type CaseBaseInput, createCaseBase } from './createCaseBase.ts';

type Details = SyntheticMediationCase['details'];

/** A mediation case; what `details` leaves out did not happen. Private unless told. */
export function createMediationCase(
  base: CaseBaseInput,
  details: Pick<Details, 'organKind' | 'source' | 'disputeType'> & Partial<Details>,
): SyntheticMediationCase {
  const shared = createCaseBase('MEDIATION', base);
  return {
    ...shared,
    service: 'MEDIATION',
    details: {
      isPublic: false,
      consents: [],
      acceptedAt: shared.events.find(({ event }) => event === 'CONSENT')?.at ?? null,
      sessions: [],
      disclosures: [],
      agreement: null,
      confirmation: null,
      followUps: [],
      ...details,
    },
  };
}
