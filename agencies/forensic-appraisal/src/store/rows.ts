/** Rows as SQLite gives them: see `migrations.ts` for units. JSON columns are still text. */
export interface CaseRow {
  readonly case_id: string;
  readonly case_no: string;
  readonly other_nos: string;
  readonly region: string;
  readonly institution_id: string;
  readonly status: string;
  readonly category: string;
  readonly matters: string;
  readonly standards: string;
  readonly received_at: number;
  readonly closed_at: number | null;
  readonly examined_at: number | null;
  readonly commission_no: string;
  readonly client_kind: string;
  readonly client_body_id: string | null;
  readonly client_id_type: string | null;
  readonly client_id_no: string | null;
  readonly commissioned_at: number;
  readonly effective_at: number | null;
  readonly purpose: string;
  readonly requirement: string | null;
  readonly is_reappraisal: number;
  readonly agreed_term_days: number | null;
  readonly fee: number;
  readonly consumption_consent: number | null;
  readonly not_accept_ground: string | null;
  readonly terminate_ground: string | null;
  readonly reappraisal_ground: string | null;
  readonly supplements_case_id: string | null;
  readonly repeats_case_id: string | null;
  readonly unified_code: string | null;
  readonly secrecy: string;
  readonly version: number;
  readonly institution_name: string | null;
  readonly licence_no: string | null;
  readonly licence_state: string | null;
  readonly scope: string | null;
  readonly client_name: string | null;
}

export interface PartyRow {
  readonly case_id: string;
  readonly role: string;
  readonly side: string;
  readonly name: string | null;
  readonly id_type: string | null;
  readonly id_no: string | null;
  readonly body_id: string | null;
  readonly agent_cert_no: string | null;
  readonly agent_id_type: string | null;
  readonly agent_id_no: string | null;
}

export interface StaffRow {
  readonly case_id: string;
  readonly role: string;
  readonly cert_no: string;
  readonly name: string;
  readonly institution_id: string;
  readonly from_at: number;
  readonly to_at: number | null;
  readonly licence_state: string | null;
  readonly categories: string | null;
}

export interface EventRow {
  readonly case_id: string;
  readonly from_status: string | null;
  readonly to_status: string;
  readonly event: string;
  readonly at: number;
  readonly actor_role: string;
  readonly document_no: string | null;
  readonly reason_code: string | null;
}

export interface DocumentRow {
  readonly case_id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly title: string;
  readonly issued_at: number;
  readonly issuer_id: string;
  readonly digest: string | null;
  readonly secrecy: string;
}

export interface MaterialRow {
  readonly case_id: string;
  readonly seq: number;
  readonly no: string;
  readonly name: string;
  readonly kind: string | null;
  readonly quantity: string | null;
  readonly condition: string | null;
  readonly source: string | null;
  readonly is_confirmed: number;
  readonly received_at: number;
  readonly returned_at: number | null;
}

export interface CustodyRow {
  readonly case_id: string;
  readonly material_seq: number;
  readonly at: number;
  readonly handed_by: string;
  readonly taken_by: string;
  readonly digest: string | null;
}

export interface PauseRow {
  readonly case_id: string;
  readonly rule_id: string;
  readonly reason: string;
  readonly from_at: number;
  readonly to_at: number | null;
}

export interface ExtensionRow {
  readonly case_id: string;
  readonly rule_id: string;
  readonly days: number;
  readonly approved_at: number;
  readonly client_told_at: number | null;
}

export interface OpinionRow {
  readonly case_id: string;
  readonly opinion_no: string;
  readonly issued_at: number;
  readonly conclusion: string;
  readonly signatures: string;
  readonly corrected_at: number | null;
}

export interface TestimonyRow {
  readonly case_id: string;
  readonly court_id: string;
  readonly notice_at: number;
  readonly appeared_at: number | null;
  readonly mode: string | null;
  readonly absent_reason: string | null;
}

export interface ForeignReportRow {
  readonly case_id: string;
  readonly element: string;
  readonly reported_to: string;
  readonly reported_at: number;
}

export interface FeeReductionRow {
  readonly case_id: string;
  readonly form: string;
  readonly standard_fee: number;
  readonly reduced_by: number;
  readonly basis: string;
  readonly basis_document_no: string | null;
  readonly basis_confirmed: number | null;
  readonly approved_at: number;
  readonly approved_by: string;
  readonly local_rule: string | null;
  readonly settled_by: string | null;
}

/** What hangs under one case, each list in the order it was recorded. */
export interface CaseChildren {
  readonly parties: readonly PartyRow[];
  readonly staff: readonly StaffRow[];
  readonly events: readonly EventRow[];
  readonly documents: readonly DocumentRow[];
  readonly materials: readonly MaterialRow[];
  readonly custody: readonly CustodyRow[];
  readonly pauses: readonly PauseRow[];
  readonly extensions: readonly ExtensionRow[];
  readonly opinion: OpinionRow | null;
  readonly testimony: TestimonyRow | null;
  readonly foreignReport: ForeignReportRow | null;
  readonly feeReduction: FeeReductionRow | null;
}

export interface CaseRows extends CaseChildren {
  readonly case: CaseRow;
}
