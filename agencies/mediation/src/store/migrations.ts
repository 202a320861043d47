import { eventFeedMigration, idempotencyMigration } from '@tongban/agency-kit';

/**
 * The tables, one script a version. What is looked up has columns and indexes; the parts of a mediation that are only
 * ever read with it are JSON. Times are text in China time, so that text order is time order.
 *
 * `session_statement` holds what was said and who sat there. Nothing that makes an answer reads it.
 */
export const migrations: string[] = [
  `
  CREATE TABLE body (
    id TEXT PRIMARY KEY, uscc TEXT, name TEXT NOT NULL, region_code TEXT NOT NULL, is_committee INTEGER NOT NULL,
    organ_kind TEXT, term_from TEXT, term_to TEXT
  ) WITHOUT ROWID;
  CREATE INDEX body_by_region ON body (region_code, id) WHERE organ_kind IS NOT NULL;

  CREATE TABLE mediator (
    license_no TEXT PRIMARY KEY, name TEXT NOT NULL, organization_id TEXT NOT NULL, region_code TEXT NOT NULL,
    since_year INTEGER NOT NULL, is_valid INTEGER NOT NULL, document_number TEXT
  ) WITHOUT ROWID;
  CREATE INDEX mediator_by_organization ON mediator (organization_id);

  CREATE TABLE mediation (
    id TEXT PRIMARY KEY, version INTEGER NOT NULL, region_code TEXT NOT NULL, register_no TEXT NOT NULL,
    other_numbers TEXT NOT NULL, organization_id TEXT NOT NULL, organ_kind TEXT NOT NULL, status TEXT NOT NULL,
    source TEXT NOT NULL, dispute_type TEXT NOT NULL, is_public INTEGER NOT NULL, escalation_risk INTEGER NOT NULL,
    registered_at TEXT NOT NULL, accepted_at TEXT, due_date TEXT, closed_at TEXT, sealed INTEGER NOT NULL,
    notarial_certificate_no TEXT, consents TEXT NOT NULL, mediators TEXT NOT NULL, disclosures TEXT NOT NULL,
    agreement TEXT, confirmation TEXT, follow_ups TEXT NOT NULL, documents TEXT NOT NULL, pauses TEXT NOT NULL,
    extensions TEXT NOT NULL, secrecy TEXT NOT NULL
  );
  CREATE INDEX mediation_by_time ON mediation (registered_at DESC, id DESC);
  CREATE INDEX mediation_by_region ON mediation (region_code, registered_at DESC, id DESC);
  CREATE INDEX mediation_by_status ON mediation (status, registered_at DESC, id DESC);

  CREATE TABLE mediation_number (
    number_key TEXT NOT NULL, mediation_id TEXT NOT NULL REFERENCES mediation, PRIMARY KEY (number_key, mediation_id)
  ) WITHOUT ROWID;

  CREATE TABLE party (
    mediation_id TEXT NOT NULL REFERENCES mediation, party_no INTEGER NOT NULL, role TEXT NOT NULL, side TEXT NOT NULL,
    name TEXT, document_type TEXT, document_number TEXT, organization_id TEXT, lawyer_no TEXT,
    agent_document_type TEXT, agent_document_number TEXT,
    PRIMARY KEY (mediation_id, party_no),
    CHECK ((document_number IS NULL) <> (organization_id IS NULL))
  ) WITHOUT ROWID;
  CREATE INDEX party_by_document ON party (document_number, document_type) WHERE document_number IS NOT NULL;
  CREATE INDEX party_by_agent ON party (agent_document_number, agent_document_type)
    WHERE agent_document_number IS NOT NULL;

  CREATE TABLE session (
    mediation_id TEXT NOT NULL REFERENCES mediation, position INTEGER NOT NULL, at TEXT NOT NULL, place TEXT NOT NULL,
    mode TEXT NOT NULL, undisputed_facts TEXT, PRIMARY KEY (mediation_id, position)
  ) WITHOUT ROWID;

  CREATE TABLE session_statement (
    mediation_id TEXT NOT NULL REFERENCES mediation, position INTEGER NOT NULL, statements TEXT NOT NULL,
    attendees TEXT NOT NULL, PRIMARY KEY (mediation_id, position)
  ) WITHOUT ROWID;

  CREATE TABLE history (
    mediation_id TEXT NOT NULL REFERENCES mediation, position INTEGER NOT NULL, service TEXT, from_status TEXT,
    to_status TEXT NOT NULL, event TEXT NOT NULL, at TEXT NOT NULL, actor_role TEXT NOT NULL, document_no TEXT,
    reason TEXT, PRIMARY KEY (mediation_id, position)
  ) WITHOUT ROWID;
  CREATE TRIGGER history_is_append_only BEFORE UPDATE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
  CREATE TRIGGER history_is_kept BEFORE DELETE ON history
    BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;

  CREATE TABLE warning_signal (
    signal_no INTEGER PRIMARY KEY AUTOINCREMENT, region_code TEXT NOT NULL, dispute_type TEXT NOT NULL,
    households INTEGER NOT NULL, level TEXT NOT NULL, reported_at TEXT NOT NULL
  );
  CREATE INDEX warning_signal_by_region ON warning_signal (region_code, reported_at DESC);

  CREATE TABLE number_series (series TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
  `,
  eventFeedMigration,
  idempotencyMigration,
];
