import type { FeeBasis, FeeForm, NeighbourService, SecrecyMark, Side } from '../wire/caseWords.ts';
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
} from '../wire/notaryWords.ts';

/**
 * A notary matter (公证事项) as this system keeps it. Times are China Standard Time to the minute (`YYYY-MM-DD HH:MM`),
 * dates `YYYY-MM-DD`, money fen. A natural person is a credential `TYPE:NUMBER`, a body its register code.
 */
export interface NotaryCase {
  /** 受理号: unique in this system, upper-case letters and digits. */
  readonly acceptanceNo: string;
  readonly region: string;
  /** The number on the leading document, as printed. */
  readonly printedNo: string;
  readonly otherNumbers: readonly string[];
  readonly office: string;
  readonly status: NotaryStatus;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly application: NotaryApplication;
  readonly fee: number;
  readonly feeReduction: FeeReduction | null;
  readonly refuseGround: RefuseGround | null;
  readonly terminateGround: TerminateGround | null;
  readonly parties: readonly Party[];
  readonly handlers: readonly Handler[];
  /** Oldest first, append-only. */
  readonly history: readonly HistoryEntry[];
  readonly documents: readonly CaseDocument[];
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly verifications: readonly { readonly at: string; readonly what: string; readonly result: string }[];
  readonly certificate: Certificate | null;
  readonly enforcementCertificate: EnforcementCertificate | null;
  readonly reExamination: ReExamination | null;
  readonly evidence: EvidencePreservation | null;
  readonly will: { readonly registeredAt: string; readonly custody: string } | null;
  readonly holdings: readonly Holding[];
  readonly auxiliaryTasks: readonly AuxiliaryTask[];
  readonly secrecy: readonly SecrecyMark[];
}

export interface NotaryApplication {
  readonly applicationNo: string;
  readonly matter: NotaryMatter;
  readonly purpose: string;
  readonly placeOfUse: string;
  readonly venueGround: VenueGround;
  readonly handlingMode: HandlingMode;
  readonly acceptedAt: string | null;
  /** When the applicant was told of the legal meaning and consequences (公证法 art. 27). */
  readonly informedAt: string | null;
}

export interface FeeReduction {
  readonly form: FeeForm;
  readonly standardFee: number;
  readonly reducedBy: number;
  readonly basis: FeeBasis;
  readonly basisDocumentNo: string | null;
  readonly basisConfirmed: boolean | null;
  readonly approvedAt: string;
  readonly approvedBy: string;
  readonly localRule: string | null;
  readonly settledBy: string | null;
}

export interface Party {
  readonly role: string;
  readonly side: Side;
  readonly person: string | null;
  readonly body: string | null;
  readonly agentPractitionerNo: string | null;
  readonly agent: string | null;
}

export interface Handler {
  readonly role: string;
  readonly practitionerNo: string;
  readonly name: string;
  readonly office: string;
  readonly from: string;
  readonly to: string | null;
}

export interface HistoryEntry {
  /** Null: this service. */
  readonly service: NeighbourService | null;
  readonly from: string | null;
  readonly to: string;
  readonly event: string;
  readonly at: string;
  readonly actorRole: string;
  readonly documentNo: string | null;
  readonly reason: string | null;
}

export interface CaseDocument {
  readonly kind: string;
  readonly number: string | null;
  readonly title: string;
  readonly issuedAt: string;
  readonly issuer: string;
  readonly secrecy: readonly SecrecyMark[];
}

export interface Pause {
  readonly ruleId: string;
  readonly reason: string;
  readonly from: string;
  readonly to: string | null;
}

export interface Extension {
  readonly ruleId: string;
  readonly length: number;
  readonly approvedAt: string;
  readonly toldAt: string | null;
}

export interface Certificate {
  readonly number: string;
  readonly issuedAt: string;
  readonly kind: string;
  readonly series: CertificateSeries | null;
  readonly status: CertificateStatus;
  readonly language: string;
  readonly copies: number;
  readonly enforceability: Enforceability | null;
  readonly legalisation: { readonly kind: LegalisationKind; readonly country: string } | null;
}

export interface Enforceability {
  /** Credential or body code. */
  readonly creditor: string;
  readonly debtor: string;
  readonly obligation: string;
  readonly amount: number;
  readonly dueDates: readonly string[];
  readonly consentClause: boolean;
}

export interface EnforcementCertificate {
  readonly number: string | null;
  readonly requestedAt: string;
  readonly amount: number;
  readonly issuedAt: string | null;
  readonly refusedAt: string | null;
  readonly reason: string | null;
}

export interface ReExamination {
  /** Credential or body code. */
  readonly requestedBy: string;
  readonly requestedAt: string;
  readonly errorClaimed: string;
  readonly decidedAt: string | null;
  readonly result: ReExaminationResult | null;
  readonly carriedOutAt: string | null;
}

export interface EvidencePreservation {
  readonly object: string;
  readonly method: string;
  readonly place: string;
  readonly startedAt: string;
  /** SM3, hexadecimal. */
  readonly digests: readonly string[];
  readonly storage: string;
}

/** 提存 or 保管 (公证法 art. 12). */
export interface Holding {
  readonly kind: HoldingKind;
  /** Credential or body code of who hands over. */
  readonly giver: string;
  /** Credential or body code of who may collect. */
  readonly receiver: string;
  readonly object: string;
  readonly state: HoldingState;
}

export interface AuxiliaryTask {
  readonly kind: AuxiliaryKind;
  /** Body code. */
  readonly court: string;
  readonly courtCaseNo: string;
  readonly entrustedAt: string;
  readonly report: string | null;
}
