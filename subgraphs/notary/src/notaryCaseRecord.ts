import type { CaseRecord } from '@tongban/kit';
import type {
  AuxiliaryKind,
  CertificateSeries,
  CertificateStatus,
  HandlingMode,
  HoldingKind,
  HoldingState,
  LegalisationKind,
  NotaryMatter,
  NotaryStatus,
  ReExaminationResult,
  RefuseGround,
  TerminateGround,
  VenueGround,
} from './wire/notaryWords.ts';

/** A notary case in the graph's words. Instants are RFC 3339 with +08:00, to the minute; money is fen. */
export interface NotaryCaseRecord extends CaseRecord {
  readonly service: 'NOTARY';
  readonly status: NotaryStatus;
  readonly acceptanceNo: string;
  readonly matter: NotaryMatter;
  readonly application: ApplicationRecord;
  readonly reasonedPauses: readonly ReasonedPause[];
  readonly verifications: readonly { readonly at: string; readonly what: string; readonly result: string }[];
  readonly fee: number;
  readonly feeReduction: FeeReductionRecord | null;
  readonly refuseGround: RefuseGround | null;
  readonly terminateGround: TerminateGround | null;
  readonly certificate: CertificateRecord | null;
  readonly enforcementCertificate: EnforcementCertificateRecord | null;
  readonly reExamination: ReExaminationRecord | null;
  readonly evidence: EvidenceRecord | null;
  readonly will: { readonly registeredAt: string; readonly custody: string } | null;
  readonly holdings: readonly HoldingRecord[];
  readonly auxiliaryTasks: readonly AuxiliaryTaskRecord[];
  /** Indexes of a party and a handler who bear the same name (公证法 art. 23 (3)); the names themselves are not kept. */
  readonly namesakes: readonly { readonly party: number; readonly handler: number }[];
}

/** A person by credential or a body by register id: one of the two. */
export interface SubjectRecord {
  readonly credential: string | null;
  readonly organization: string | null;
}

export interface ApplicationRecord {
  readonly applicationNo: string;
  readonly purpose: string;
  readonly placeOfUse: string;
  readonly venueGround: VenueGround;
  readonly handlingMode: HandlingMode;
  readonly acceptedAt: string | null;
  readonly informedAt: string | null;
}

export interface ReasonedPause {
  readonly ruleId: string;
  readonly reason: string;
  readonly from: string;
  readonly to: string | null;
}

export interface FeeReductionRecord {
  readonly form: 'DEFERRED' | 'REDUCED' | 'WAIVED';
  readonly standardFee: number;
  readonly reducedBy: number;
  readonly basis: 'LEGAL_AID' | 'OWN_HARDSHIP_RULE' | 'LOCAL_RULE';
  readonly basisDocumentNo: string | null;
  readonly basisConfirmed: boolean | null;
  readonly approvedAt: string;
  readonly localRule: string | null;
  readonly settledBy: string | null;
}

export interface CertificateRecord {
  readonly certificateNo: string;
  readonly issuedAt: string;
  readonly kind: string;
  readonly series: CertificateSeries | null;
  readonly status: CertificateStatus;
  readonly language: string;
  readonly copies: number;
  readonly enforceability: EnforceabilityRecord | null;
  readonly legalisation: { readonly kind: LegalisationKind; readonly country: string } | null;
}

export interface EnforceabilityRecord {
  readonly consentClause: boolean;
  readonly creditor: SubjectRecord;
  readonly debtor: SubjectRecord;
  readonly obligation: string;
  readonly amount: number;
  /** `YYYY-MM-DD`. */
  readonly dueDates: readonly string[];
}

export interface EnforcementCertificateRecord {
  readonly certificateNo: string | null;
  readonly requestedAt: string;
  readonly amount: number;
  readonly issuedAt: string | null;
  readonly refusedAt: string | null;
  readonly reason: string | null;
}

export interface ReExaminationRecord {
  readonly requestedBy: SubjectRecord;
  readonly requestedAt: string;
  readonly errorClaimed: string;
  readonly decidedAt: string | null;
  readonly result: ReExaminationResult | null;
  readonly carriedOutAt: string | null;
}

export interface EvidenceRecord {
  readonly object: string;
  readonly method: string;
  readonly place: string;
  readonly startedAt: string;
  readonly digests: readonly string[];
  readonly storage: string;
}

export interface HoldingRecord {
  readonly kind: HoldingKind;
  readonly giver: SubjectRecord;
  readonly receiver: SubjectRecord;
  readonly object: string;
  readonly state: HoldingState;
}

export interface AuxiliaryTaskRecord {
  readonly kind: AuxiliaryKind;
  /** Organization id. */
  readonly court: string;
  readonly courtCaseNo: string;
  readonly entrustedAt: string;
  readonly report: string | null;
}
