import { eventFeedMigration, idempotencyMigration } from '@tongban/agency-kit';

/** One SQL script for each version of the tables; never change one that has run somewhere. */
export const migrations: string[] = [
  `
  CREATE TABLE body (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, kind TEXT NOT NULL, region TEXT NOT NULL,
    licence_no TEXT, licence_state TEXT, practice_area TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE notary (
    practitioner_no TEXT PRIMARY KEY, name TEXT NOT NULL, office TEXT NOT NULL, region TEXT NOT NULL,
    first_practice_year INTEGER NOT NULL, state TEXT NOT NULL
  ) WITHOUT ROWID;
  CREATE TABLE person (
    credential TEXT PRIMARY KEY, name TEXT NOT NULL, sex TEXT NOT NULL, birth_date TEXT NOT NULL, phone TEXT NOT NULL,
    address TEXT NOT NULL
  ) WITHOUT ROWID;

  CREATE TABLE notary_case (
    id INTEGER PRIMARY KEY, acceptance_no TEXT NOT NULL UNIQUE, region TEXT NOT NULL, printed_no TEXT NOT NULL,
    office TEXT NOT NULL, status TEXT NOT NULL, opened_at TEXT NOT NULL, closed_at TEXT,
    application_no TEXT NOT NULL, matter TEXT NOT NULL, purpose TEXT NOT NULL, place_of_use TEXT NOT NULL,
    venue_ground TEXT NOT NULL, handling_mode TEXT NOT NULL, accepted_at TEXT, informed_at TEXT,
    fee INTEGER NOT NULL, refuse_ground TEXT, terminate_ground TEXT,
    will_secret INTEGER NOT NULL, sealed INTEGER NOT NULL, secrecy TEXT NOT NULL
  );
  CREATE INDEX notary_case_by_time ON notary_case (opened_at DESC, region, acceptance_no);

  CREATE TABLE case_number (
    number_key TEXT NOT NULL, case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL,
    printed TEXT NOT NULL, PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  CREATE INDEX case_number_by_key ON case_number (number_key);
  CREATE TABLE party (
    case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL, role TEXT NOT NULL, side TEXT NOT NULL,
    person TEXT, body TEXT, agent_practitioner_no TEXT, agent TEXT, PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  CREATE INDEX party_by_person ON party (person) WHERE person IS NOT NULL;
  CREATE TABLE handler (
    case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL, role TEXT NOT NULL,
    practitioner_no TEXT NOT NULL, name TEXT NOT NULL, office TEXT NOT NULL, from_at TEXT NOT NULL, to_at TEXT,
    PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  CREATE TABLE history (
    case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL, service TEXT, from_status TEXT,
    to_status TEXT NOT NULL, event TEXT NOT NULL, at TEXT NOT NULL, actor_role TEXT NOT NULL, document_no TEXT,
    reason TEXT, PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  CREATE TABLE document (
    case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL, kind TEXT NOT NULL, number TEXT,
    title TEXT NOT NULL, issued_at TEXT NOT NULL, issuer TEXT NOT NULL, secrecy TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  CREATE TABLE pause (
    case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL, rule_id TEXT NOT NULL,
    reason TEXT NOT NULL, from_at TEXT NOT NULL, to_at TEXT, PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  CREATE TABLE extension (
    case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL, rule_id TEXT NOT NULL,
    length INTEGER NOT NULL, approved_at TEXT NOT NULL, told_at TEXT, PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  CREATE TABLE verification (
    case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL, at TEXT NOT NULL, what TEXT NOT NULL,
    result TEXT NOT NULL, PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  CREATE TABLE fee_reduction (
    case_id INTEGER PRIMARY KEY REFERENCES notary_case, form TEXT NOT NULL, standard_fee INTEGER NOT NULL,
    reduced_by INTEGER NOT NULL, basis TEXT NOT NULL, basis_document_no TEXT, basis_confirmed INTEGER,
    approved_at TEXT NOT NULL, approved_by TEXT NOT NULL, local_rule TEXT, settled_by TEXT
  );
  CREATE TABLE certificate (
    case_id INTEGER PRIMARY KEY REFERENCES notary_case, number TEXT NOT NULL, issued_at TEXT NOT NULL,
    kind TEXT NOT NULL, series TEXT, status TEXT NOT NULL, language TEXT NOT NULL, copies INTEGER NOT NULL,
    legalisation_kind TEXT, legalisation_country TEXT
  );
  CREATE TABLE enforceability (
    case_id INTEGER PRIMARY KEY REFERENCES certificate, creditor TEXT NOT NULL, debtor TEXT NOT NULL,
    obligation TEXT NOT NULL, amount INTEGER NOT NULL, due_dates TEXT NOT NULL, consent_clause INTEGER NOT NULL
  );
  CREATE TABLE enforcement_certificate (
    case_id INTEGER PRIMARY KEY REFERENCES notary_case, number TEXT, requested_at TEXT NOT NULL,
    amount INTEGER NOT NULL, issued_at TEXT, refused_at TEXT, reason TEXT
  );
  CREATE TABLE re_examination (
    case_id INTEGER PRIMARY KEY REFERENCES notary_case, requested_by TEXT NOT NULL, requested_at TEXT NOT NULL,
    error_claimed TEXT NOT NULL, decided_at TEXT, result TEXT, carried_out_at TEXT
  );
  CREATE TABLE evidence (
    case_id INTEGER PRIMARY KEY REFERENCES notary_case, object TEXT NOT NULL, method TEXT NOT NULL,
    place TEXT NOT NULL, started_at TEXT NOT NULL, digests TEXT NOT NULL, storage TEXT NOT NULL
  );
  CREATE TABLE will (
    case_id INTEGER PRIMARY KEY REFERENCES notary_case, registered_at TEXT NOT NULL, custody TEXT NOT NULL
  );
  CREATE TABLE holding (
    case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL, kind TEXT NOT NULL,
    giver TEXT NOT NULL, receiver TEXT NOT NULL, object TEXT NOT NULL, state TEXT NOT NULL,
    PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  CREATE TABLE auxiliary_task (
    case_id INTEGER NOT NULL REFERENCES notary_case, position INTEGER NOT NULL, kind TEXT NOT NULL, court TEXT NOT NULL,
    court_case_no TEXT NOT NULL, entrusted_at TEXT NOT NULL, report TEXT, PRIMARY KEY (case_id, position)
  ) WITHOUT ROWID;
  ${eventFeedMigration};
  ${idempotencyMigration}
  `,
];
