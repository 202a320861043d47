import type { SyntheticCaseBase, SyntheticFeeReduction } from './syntheticCaseBase.ts';

/** A notary matter (公证法). */
export interface SyntheticNotaryCase extends SyntheticCaseBase {
  readonly service: 'NOTARY';
  readonly details: {
    /** INHERITANCE, WILL, EVIDENCE, ENFORCEABLE_DEBT … (公证法 arts 11, 37). */
    readonly matter: string;
    readonly purpose: string;
    readonly placeOfUse: string;
    readonly venueGround: string;
    readonly handlingMode: 'COUNTER' | 'ONLINE' | 'CIRCUIT' | 'ON_SITE' | 'HOME_VISIT';
    readonly applicationNo: string;
    readonly acceptedAt: string | null;
    readonly fee: number;
    readonly feeReduction: SyntheticFeeReduction | null;
    readonly refuseGround: string | null;
    readonly verifications: readonly {
      readonly at: string;
      readonly what: string;
      readonly result: string;
    }[];
    readonly certificate: {
      readonly certificateNo: string;
      readonly issuedAt: string;
      readonly kind: string;
      readonly status: 'VALID' | 'CORRECTED' | 'PARTLY_REVOKED' | 'REVOKED';
      readonly language: string;
      readonly copies: number;
      readonly enforceability: {
        readonly creditor: string;
        readonly debtor: string;
        readonly obligation: string;
        readonly amount: number;
        readonly dueDates: readonly string[];
        readonly consentClause: boolean;
      } | null;
      readonly legalisation: { readonly kind: 'CONSULAR' | 'APOSTILLE'; readonly country: string } | null;
    } | null;
    readonly enforcementCertificate: {
      readonly certNo: string | null;
      readonly requestedAt: string;
      readonly amount: number;
      readonly issuedAt: string | null;
      readonly refusedAt: string | null;
      readonly reason: string | null;
    } | null;
    readonly reExamination: {
      readonly requestedBy: string;
      readonly requestedAt: string;
      readonly errorClaimed: string;
      readonly decidedAt: string | null;
      readonly result: 'UPHELD' | 'CORRECTED' | 'PARTLY_REVOKED' | 'REVOKED' | null;
      readonly carriedOutAt: string | null;
    } | null;
    readonly evidence: {
      readonly object: string;
      readonly method: string;
      readonly place: string;
      readonly startedAt: string;
      /** Digests (hex SM3) of the items preserved. */
      readonly digests: readonly string[];
      readonly storage: string;
    } | null;
    readonly will: { readonly registeredAt: string; readonly custody: string } | null;
  };
}
