import { eventFeedMigration, idempotencyMigration } from '@tongban/agency-kit';

/**
 * The tables, one script a version. What is looked up has columns and indexes; the parts of a case that are only ever
 * read with it are JSON. Small rows lie in the key's own tree (WITHOUT ROWID); cases are too long for that. Instants are
 * RFC 3339 text in +08:00, so that text order is time order.
 */
export const migrations: string[] = [
  `
  CREATE TABLE body (
    code TEXT PRIMARY KEY, uscc TEXT, name TEXT NOT NULL, kind TEXT NOT NULL, region TEXT NOT NULL,
    licence_no TEXT, licence_state TEXT, supervisor TEXT
  ) WITHOUT ROWID;

  CREATE TABLE lawyer (
    practitioner_no TEXT PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, firm TEXT NOT NULL, region TEXT NOT NULL,
    first_practice_year INTEGER NOT NULL, state TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE person (
    document TEXT PRIMARY KEY, name TEXT NOT NULL, sex TEXT, birth_date TEXT, phone TEXT, address TEXT,
    address_protected INTEGER NOT NULL DEFAULT 0, special_groups TEXT NOT NULL DEFAULT '[]'
  ) WITHOUT ROWID;

  CREATE TABLE aid_case (
    key TEXT PRIMARY KEY, version INTEGER NOT NULL, region TEXT NOT NULL, case_no TEXT NOT NULL, agency TEXT NOT NULL,
    form TEXT NOT NULL, ground TEXT NOT NULL, status TEXT NOT NULL, came_from TEXT,
    opened_at TEXT NOT NULL, closed_at TEXT, sealed INTEGER NOT NULL DEFAULT 0,
    consult_no TEXT, application TEXT, notice TEXT, hardship_check TEXT NOT NULL, objection TEXT,
    duty_lawyer_session TEXT, outcome TEXT, recovered_fen INTEGER,
    handlers TEXT NOT NULL, clock_stops TEXT NOT NULL, extensions TEXT NOT NULL, secrecy_marks TEXT NOT NULL,
    decisions TEXT NOT NULL, assignments TEXT NOT NULL, replacements TEXT NOT NULL, subsidies TEXT NOT NULL,
    progress_reports TEXT NOT NULL, quality_reviews TEXT NOT NULL
  );
  CREATE INDEX aid_case_by_time ON aid_case (opened_at, key, sealed);
  CREATE INDEX aid_case_by_region ON aid_case (region, opened_at, key, sealed);
  CREATE INDEX aid_case_by_status ON aid_case (status, opened_at, key);

  CREATE TABLE case_number (
    number_key TEXT NOT NULL, case_key TEXT NOT NULL REFERENCES aid_case, printed TEXT NOT NULL,
    PRIMARY KEY (number_key, case_key)
  ) WITHOUT ROWID;
  CREATE INDEX case_number_by_case ON case_number (case_key);

  CREATE TABLE case_party (
    case_key TEXT NOT NULL REFERENCES aid_case, position INTEGER NOT NULL, role TEXT NOT NULL, side TEXT NOT NULL,
    document TEXT, body TEXT, lawyer_no TEXT, agent_document TEXT,
    PRIMARY KEY (case_key, position),
    CHECK ((document IS NULL) <> (body IS NULL))
  ) WITHOUT ROWID;
  CREATE INDEX case_party_by_document ON case_party (document) WHERE document IS NOT NULL;
  CREATE INDEX case_party_by_body ON case_party (body) WHERE body IS NOT NULL;
  CREATE INDEX case_party_by_agent ON case_party (agent_document) WHERE agent_document IS NOT NULL;

  CREATE TABLE opposing_party (
    case_key TEXT NOT NULL REFERENCES aid_case, party TEXT NOT NULL, PRIMARY KEY (case_key, party)
  ) WITHOUT ROWID;
  CREATE INDEX opposing_party_by_party ON opposing_party (party);

  CREATE TABLE assigned_lawyer (
    practitioner_no TEXT NOT NULL, case_key TEXT NOT NULL REFERENCES aid_case, firm TEXT NOT NULL,
    PRIMARY KEY (practitioner_no, case_key)
  ) WITHOUT ROWID;
  CREATE INDEX assigned_lawyer_by_case ON assigned_lawyer (case_key);

  CREATE TABLE status_event (
    case_key TEXT NOT NULL REFERENCES aid_case, position INTEGER NOT NULL, service TEXT, from_status TEXT,
    to_status TEXT NOT NULL, event TEXT NOT NULL, at TEXT NOT NULL, actor_role TEXT NOT NULL, document_no TEXT,
    reason_code TEXT, PRIMARY KEY (case_key, position)
  ) WITHOUT ROWID;
  CREATE TRIGGER status_event_is_append_only BEFORE UPDATE ON status_event
    BEGIN SELECT RAISE(ABORT, 'status_event is append-only'); END;
  CREATE TRIGGER status_event_is_kept BEFORE DELETE ON status_event
    BEGIN SELECT RAISE(ABORT, 'status_event is append-only'); END;

  CREATE TABLE case_document (
    case_key TEXT NOT NULL REFERENCES aid_case, position INTEGER NOT NULL, kind TEXT NOT NULL, number TEXT,
    title TEXT NOT NULL, issued_at TEXT NOT NULL, issuer TEXT NOT NULL, secrecy_marks TEXT NOT NULL,
    PRIMARY KEY (case_key, position)
  ) WITHOUT ROWID;

  CREATE TABLE consultation (
    consult_no TEXT PRIMARY KEY, region TEXT NOT NULL, channel TEXT NOT NULL, asked_at TEXT NOT NULL,
    topic TEXT NOT NULL, answered_by TEXT, answered_at TEXT, told_of_right INTEGER NOT NULL, satisfaction INTEGER,
    converted_to TEXT
  ) WITHOUT ROWID;
  CREATE INDEX consultation_by_time ON consultation (asked_at, consult_no);

  CREATE TABLE number_series (
    series TEXT PRIMARY KEY, last INTEGER NOT NULL
  ) WITHOUT ROWID;
  `,
  eventFeedMigration,
  idempotencyMigration,
];
