import type { MediationStatus } from './lifecycle/mediationStatus.ts';
import type {
  ActorRole,
  AgreementForm,
  Clock,
  ConfirmationResult,
  DisputeType,
  DocumentType,
  NeighbourService,
  OrganKind,
  PartyRole,
  SecrecyMark,
  SessionMode,
  Side,
  Source,
} from './vocabulary.ts';

/**
 * A mediation as the register keeps and sends it. What was said in a session is not part of it: statements live in a
 * table of their own that no answer is made from (人民调解法第十五条第四项; 在线调解规则第十八条).
 *
 * Times are `YYYY-MM-DD HH:mm:ss` in China time, days `YYYY-MM-DD`, money a decimal string in yuan. Parties are
 * pointed at by `party_no`, their place in `parties` from 1, so that no identity number is written twice.
 */
export interface MediationRecord {
  readonly id: string;
  /** Grows by one with each write. */
  readonly version: number;
  readonly region_code: string;
  readonly register_no: string;
  /** Every other number printed on a document of this mediation. */
  readonly other_numbers: readonly string[];
  readonly organization_id: string;
  readonly organ_kind: OrganKind;
  readonly status: MediationStatus;
  readonly source: Source;
  readonly dispute_type: DisputeType;
  /** 公开调解: the parties' right to choose (人民调解法第二十三条). */
  readonly is_public: boolean;
  /** The dispute may turn violent (人民调解法第二十五条). */
  readonly escalation_risk: boolean;
  readonly registered_at: string;
  readonly accepted_at: string | null;
  /** The day by which the mediation should end, extensions included; null before acceptance. */
  readonly due_date: string | null;
  readonly closed_at: string | null;
  readonly parties: readonly Party[];
  readonly consents: readonly Consent[];
  readonly mediators: readonly Mediator[];
  readonly disclosures: readonly Disclosure[];
  readonly sessions: readonly Session[];
  readonly agreement: Agreement | null;
  readonly confirmation: Confirmation | null;
  readonly notarial_certificate_no: string | null;
  readonly follow_ups: readonly FollowUp[];
  readonly documents: readonly CaseDocument[];
  readonly pauses: readonly Pause[];
  readonly extensions: readonly Extension[];
  readonly secrecy: readonly SecrecyMark[];
  /** Oldest first, append-only. */
  readonly history: readonly HistoryStep[];
}

export interface Party {
  readonly party_no: number;
  readonly role: PartyRole;
  readonly side: Side;
  readonly name: string | null;
  /** Both null for a body. */
  readonly document_type: DocumentType | null;
  readonly document_number: string | null;
  /** Null for a natural person. */
  readonly organization_id: string | null;
  /** Licence number of the lawyer who acts for this party. */
  readonly lawyer_no: string | null;
  /** A guardian or another agent. */
  readonly agent_document_type: DocumentType | null;
  readonly agent_document_number: string | null;
}

export interface Consent {
  readonly party_no: number | null;
  readonly at: string;
  readonly agreed: boolean;
}

export interface Mediator {
  readonly role: ActorRole;
  readonly license_no: string;
  readonly name: string;
  readonly organization_id: string;
  readonly from: string;
  readonly to: string | null;
}

/** A mediator told the parties of an interest or an earlier tie (特邀调解规定第十五条). */
export interface Disclosure {
  readonly at: string;
  readonly text: string;
  readonly consented: boolean;
}

/** What may leave of a session: when, where and what both sides agree is so. */
export interface Session {
  readonly at: string;
  readonly place: string;
  readonly mode: SessionMode;
  /** 无争议事实 (在线调解规则第二十二条), or null. */
  readonly undisputed_facts: string | null;
}

export interface Agreement {
  readonly agreement_no: string;
  readonly form: AgreementForm;
  /** Written: when signed and sealed; oral: when reached (人民调解法第二十九条、第三十条). */
  readonly effective_at: string;
  readonly obligations: readonly Obligation[];
  readonly performance: readonly Performance[];
}

export interface Obligation {
  readonly obligation_no: number;
  readonly debtor_no: number | null;
  readonly creditor_no: number | null;
  readonly what: string;
  /** Null for an obligation that is not to pay. */
  readonly amount_yuan: string | null;
  readonly due_date: string;
  /** When the whole of it was performed. */
  readonly performed_at: string | null;
}

/** One act of performance: a payment, a handing over. */
export interface Performance {
  readonly obligation_no: number;
  readonly at: string;
  readonly amount_yuan: string | null;
  /** Number of the proof of performance (履行凭证). */
  readonly evidence_no: string | null;
}

export interface Confirmation {
  readonly court_id: string;
  readonly court_case_no: string;
  readonly filed_at: string;
  readonly accepted_at: string | null;
  readonly decided_at: string | null;
  readonly result: ConfirmationResult | null;
  readonly reason: string | null;
}

export interface FollowUp {
  readonly at: string;
  readonly performed: boolean;
  /** 1 to 5. */
  readonly satisfaction: number | null;
  readonly new_risk: string | null;
}

export interface CaseDocument {
  readonly kind: string;
  readonly number: string | null;
  readonly title: string;
  readonly issued_at: string;
  readonly issuer_id: string;
  readonly secrecy: readonly SecrecyMark[];
}

export interface Pause {
  readonly clock: Clock;
  readonly reason: string;
  readonly from: string;
  readonly to: string | null;
}

export interface Extension {
  readonly clock: Clock;
  /** Months for 人民调解期限, days for 特邀调解期限. */
  readonly length: number;
  readonly approved_at: string;
}

export interface HistoryStep {
  /** Null: the mediation's own step. */
  readonly service: NeighbourService | null;
  readonly from: string | null;
  readonly to: string;
  readonly event: string;
  readonly at: string;
  readonly actor_role: ActorRole;
  readonly document_no: string | null;
  readonly reason: string | null;
}
