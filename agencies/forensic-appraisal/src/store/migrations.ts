import { eventFeedMigration, idempotencyMigration } from '@tongban/agency-kit';

/**
 * The system's tables. Instants are epoch milliseconds, money is fen, codes are the words of `codeTables`; JSON
 * columns hold lists that are never searched. Children cluster on their case, so that a case is read from few pages.
 */
export const migrations: string[] = [
  `
  CREATE TABLE body (
    body_id TEXT PRIMARY KEY, uscc TEXT, name TEXT NOT NULL, kind TEXT NOT NULL, region TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE institution (
    institution_id TEXT PRIMARY KEY, name TEXT NOT NULL, region TEXT NOT NULL,
    licence_no TEXT, licence_state TEXT, scope TEXT NOT NULL, supervisor_id TEXT
  ) WITHOUT ROWID;

  CREATE TABLE appraiser (
    cert_no TEXT PRIMARY KEY, name TEXT NOT NULL, institution_id TEXT NOT NULL, region TEXT NOT NULL,
    first_practice_year INTEGER NOT NULL, licence_state TEXT NOT NULL,
    categories TEXT NOT NULL, id_type TEXT, id_no TEXT
  ) WITHOUT ROWID;

  CREATE TABLE appraisal_case (
    case_id TEXT PRIMARY KEY, case_no TEXT NOT NULL, other_nos TEXT NOT NULL, region TEXT NOT NULL, institution_id TEXT NOT NULL,
    status TEXT NOT NULL, category TEXT NOT NULL, matters TEXT NOT NULL, standards TEXT NOT NULL,
    received_at INTEGER NOT NULL, closed_at INTEGER, examined_at INTEGER,
    commission_no TEXT NOT NULL, client_kind TEXT NOT NULL, client_body_id TEXT,
    client_id_type TEXT, client_id_no TEXT, commissioned_at INTEGER NOT NULL, effective_at INTEGER,
    purpose TEXT NOT NULL, requirement TEXT, is_reappraisal INTEGER NOT NULL, agreed_term_days INTEGER,
    fee INTEGER NOT NULL, consumption_consent INTEGER,
    not_accept_ground TEXT, terminate_ground TEXT, reappraisal_ground TEXT,
    supplements_case_id TEXT, repeats_case_id TEXT, unified_code TEXT,
    secrecy TEXT NOT NULL, is_sealed INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 1
  ) WITHOUT ROWID;
  -- Pages and totals are answered from this index alone.
  CREATE INDEX appraisal_case_received ON appraisal_case
    (received_at DESC, case_id, is_sealed, region, status, institution_id);

  CREATE TABLE case_number (
    number TEXT NOT NULL, case_id TEXT NOT NULL, PRIMARY KEY (number, case_id)
  ) WITHOUT ROWID;

  CREATE TABLE case_serial (
    institution_id TEXT NOT NULL, series TEXT NOT NULL, year INTEGER NOT NULL, last INTEGER NOT NULL,
    PRIMARY KEY (institution_id, series, year)
  ) WITHOUT ROWID;

  CREATE TABLE party (
    case_id TEXT NOT NULL, seq INTEGER NOT NULL, role TEXT NOT NULL, side TEXT NOT NULL, name TEXT,
    id_type TEXT, id_no TEXT, body_id TEXT, agent_cert_no TEXT, agent_id_type TEXT, agent_id_no TEXT,
    PRIMARY KEY (case_id, seq)
  ) WITHOUT ROWID;
  CREATE INDEX party_document ON party (id_no, id_type) WHERE id_no IS NOT NULL;
  CREATE INDEX party_agent ON party (agent_id_no, agent_id_type) WHERE agent_id_no IS NOT NULL;

  CREATE TABLE staff (
    case_id TEXT NOT NULL, seq INTEGER NOT NULL, role TEXT NOT NULL, cert_no TEXT NOT NULL, name TEXT NOT NULL,
    institution_id TEXT NOT NULL, from_at INTEGER NOT NULL, to_at INTEGER,
    PRIMARY KEY (case_id, seq)
  ) WITHOUT ROWID;

  CREATE TABLE case_event (
    case_id TEXT NOT NULL, seq INTEGER NOT NULL, from_status TEXT, to_status TEXT NOT NULL, event TEXT NOT NULL,
    at INTEGER NOT NULL, actor_role TEXT NOT NULL, document_no TEXT, reason_code TEXT,
    PRIMARY KEY (case_id, seq)
  ) WITHOUT ROWID;

  CREATE TABLE document (
    case_id TEXT NOT NULL, seq INTEGER NOT NULL, kind TEXT NOT NULL, number TEXT, title TEXT NOT NULL,
    issued_at INTEGER NOT NULL, issuer_id TEXT NOT NULL, digest TEXT, secrecy TEXT NOT NULL,
    PRIMARY KEY (case_id, seq)
  ) WITHOUT ROWID;

  CREATE TABLE material (
    case_id TEXT NOT NULL, seq INTEGER NOT NULL, no TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, quantity TEXT,
    condition TEXT, source TEXT, is_confirmed INTEGER NOT NULL, received_at INTEGER NOT NULL, returned_at INTEGER,
    PRIMARY KEY (case_id, seq)
  ) WITHOUT ROWID;

  CREATE TABLE custody (
    case_id TEXT NOT NULL, material_seq INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL,
    handed_by TEXT NOT NULL, taken_by TEXT NOT NULL, digest TEXT,
    PRIMARY KEY (case_id, material_seq, seq)
  ) WITHOUT ROWID;

  CREATE TABLE pause (
    case_id TEXT NOT NULL, seq INTEGER NOT NULL, rule_id TEXT NOT NULL, reason TEXT NOT NULL,
    from_at INTEGER NOT NULL, to_at INTEGER,
    PRIMARY KEY (case_id, seq)
  ) WITHOUT ROWID;

  CREATE TABLE extension (
    case_id TEXT NOT NULL, seq INTEGER NOT NULL, rule_id TEXT NOT NULL, days INTEGER NOT NULL,
    approved_at INTEGER NOT NULL, client_told_at INTEGER,
    PRIMARY KEY (case_id, seq)
  ) WITHOUT ROWID;

  CREATE TABLE opinion (
    case_id TEXT PRIMARY KEY, opinion_no TEXT NOT NULL, issued_at INTEGER NOT NULL, conclusion TEXT NOT NULL,
    signatures TEXT NOT NULL, corrected_at INTEGER
  ) WITHOUT ROWID;

  CREATE TABLE testimony (
    case_id TEXT PRIMARY KEY, court_id TEXT NOT NULL, notice_at INTEGER NOT NULL, appeared_at INTEGER,
    mode TEXT, absent_reason TEXT
  ) WITHOUT ROWID;

  CREATE TABLE foreign_related_report (
    case_id TEXT PRIMARY KEY, element TEXT NOT NULL, reported_to TEXT NOT NULL, reported_at INTEGER NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE fee_reduction (
    case_id TEXT PRIMARY KEY, form TEXT NOT NULL, standard_fee INTEGER NOT NULL, reduced_by INTEGER NOT NULL,
    basis TEXT NOT NULL, basis_document_no TEXT, basis_confirmed INTEGER, approved_at INTEGER NOT NULL,
    approved_by TEXT NOT NULL, local_rule TEXT, settled_by TEXT
  ) WITHOUT ROWID;

  CREATE TABLE used_nonce (
    app_id TEXT NOT NULL, nonce TEXT NOT NULL, timestamp INTEGER NOT NULL, PRIMARY KEY (app_id, nonce)
  ) WITHOUT ROWID;
  CREATE INDEX used_nonce_timestamp ON used_nonce (timestamp);

  ${eventFeedMigration};
  ${idempotencyMigration}
  `,
];
