/** A row of `aid_case`; JSON columns still as text. */
export interface CaseRow {
  readonly key: string;
  readonly version: number;
  readonly region: string;
  readonly case_no: string;
  readonly agency: string;
  readonly form: string;
  readonly ground: string;
  readonly status: string;
  readonly came_from: string | null;
  readonly opened_at: string;
  readonly closed_at: string | null;
  readonly sealed: number;
  readonly consult_no: string | null;
  readonly application: string | null;
  readonly notice: string | null;
  readonly hardship_check: string;
  readonly objection: string | null;
  readonly duty_lawyer_session: string | null;
  readonly outcome: string | null;
  readonly recovered_fen: number | null;
  readonly handlers: string;
  readonly clock_stops: string;
  readonly extensions: string;
  readonly secrecy_marks: string;
  readonly decisions: string;
  readonly assignments: string;
  readonly replacements: string;
  readonly subsidies: string;
  readonly progress_reports: string;
  readonly quality_reviews: string;
}

export interface PartyRow {
  readonly case_key: string;
  readonly role: string;
  readonly side: 'A' | 'B' | 'NEUTRAL';
  readonly document: string | null;
  readonly body: string | null;
  readonly lawyer_no: string | null;
  readonly agent_document: string | null;
  readonly name: string | null;
  readonly agent_name: string | null;
}

export interface EventRow {
  readonly case_key: string;
  readonly service: string | null;
  readonly from_status: string | null;
  readonly to_status: string;
  readonly event: string;
  readonly at: string;
  readonly actor_role: string;
  readonly document_no: string | null;
  readonly reason_code: string | null;
}

export interface DocumentRow {
  readonly case_key: string;
  readonly kind: string;
  readonly number: string | null;
  readonly title: string;
  readonly issued_at: string;
  readonly issuer: string;
  readonly secrecy_marks: string;
}

export interface ConsultationRow {
  readonly consult_no: string;
  readonly region: string;
  readonly channel: string;
  readonly asked_at: string;
  readonly topic: string;
  readonly answered_by: string | null;
  readonly answered_at: string | null;
  readonly told_of_right: number;
  readonly satisfaction: number | null;
  readonly converted_to: string | null;
}
