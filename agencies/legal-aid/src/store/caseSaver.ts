import type { DatabaseSync } from 'node:sqlite';
import type { WireAidCase, WireDocument, WirePerson, WireStatusEvent } from '../wire/aidCase.ts';
import { numberKey } from './numberKey.ts';

/** Writes whole cases. Every method belongs inside a transaction. */
export interface CaseSaver {
  /** Stores a case that is not there yet, its history and documents with it. */
  insert(record: WireAidCase, cameFrom: string | null): void;
  /** Stores what changed in a case; `events` and `documents` are added to the ones it has. */
  update(
    record: WireAidCase,
    cameFrom: string | null,
    added: {
      events: readonly WireStatusEvent[];
      documents: readonly WireDocument[];
      numbers: readonly string[];
    },
  ): void;
}

// biome-ignore format: one column a line would hide the order
const columns = [
  'key', 'version', 'region', 'case_no', 'agency', 'form', 'ground', 'status', 'came_from', 'opened_at', 'closed_at',
  'sealed', 'consult_no', 'application', 'notice', 'hardship_check', 'objection', 'duty_lawyer_session', 'outcome',
  'recovered_fen', 'handlers', 'clock_stops', 'extensions', 'secrecy_marks', 'decisions', 'assignments',
  'replacements', 'subsidies', 'progress_reports', 'quality_reviews',
];

export function createCaseSaver(database: DatabaseSync): CaseSaver {
  const insertCase = database.prepare(
    `INSERT INTO aid_case (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const updateCase = database.prepare(
    `UPDATE aid_case SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE key = ?`,
  );
  const insertParty = database.prepare(
    `INSERT INTO case_party (case_key, position, role, side, document, body, lawyer_no, agent_document)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const updateParty = database.prepare(
    'UPDATE case_party SET role = ?, lawyer_no = ? WHERE case_key = ? AND position = ?',
  );
  const insertPerson = database.prepare(
    'INSERT INTO person (document, name) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const insertOpponent = database.prepare(
    'INSERT INTO opposing_party (case_key, party) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const insertNumber = database.prepare(
    'INSERT INTO case_number (number_key, case_key, printed) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const insertLawyer = database.prepare(
    'INSERT INTO assigned_lawyer (practitioner_no, case_key, firm) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET firm = excluded.firm',
  );
  const insertEvent = database.prepare(
    `INSERT INTO status_event
       (case_key, position, service, from_status, to_status, event, at, actor_role, document_no, reason_code)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertDocument = database.prepare(
    `INSERT INTO case_document (case_key, position, kind, number, title, issued_at, issuer, secrecy_marks)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  const addEvents = (key: string, from: number, events: readonly WireStatusEvent[]) => {
    for (const [index, event] of events.entries()) {
      const { service, to, at, actorRole, documentNo, reasonCode } = event;
      insertEvent.run(
        key,
        from + index,
        service,
        event.from,
        to,
        event.event,
        at,
        actorRole,
        documentNo,
        reasonCode,
      );
    }
  };
  const addDocuments = (key: string, from: number, documents: readonly WireDocument[]) => {
    for (const [index, document] of documents.entries()) {
      const { kind, number, title, issuedAt, issuerCode, secrecyMarks } = document;
      insertDocument.run(key, from + index, kind, number, title, issuedAt, issuerCode, jsonOf(secrecyMarks));
    }
  };
  const addNumbers = (key: string, numbers: readonly string[]) => {
    for (const number of numbers) insertNumber.run(numberKey(number), key, number);
  };
  const addLawyers = (record: WireAidCase) => {
    for (const { practitionerNo, firmCode } of record.assignments)
      insertLawyer.run(practitionerNo, record.key, firmCode);
  };
  const known = (person: WirePerson | null): string | null => {
    if (person === null) return null;
    const document = documentOf(person);
    if (person.name !== null) insertPerson.run(document, person.name);
    return document;
  };

  return {
    insert(record, cameFrom) {
      const { key } = record;
      insertCase.run(...valuesOf(record, cameFrom));
      for (const [position, party] of record.parties.entries()) {
        const { role, side, organizationCode, lawyerNo } = party;
        insertParty.run(
          key,
          position,
          role,
          side,
          known(party.person),
          organizationCode,
          lawyerNo,
          known(party.agent),
        );
      }
      for (const opponent of record.application?.opposingParties ?? []) {
        const party = known(opponent.person) ?? opponent.organizationCode;
        if (party !== null) insertOpponent.run(key, party);
      }
      addNumbers(key, [record.caseNo, ...record.otherNumbers]);
      addLawyers(record);
      addEvents(key, 0, record.statusHistory);
      addDocuments(key, 0, record.documents);
    },
    update(record, cameFrom, added) {
      const { key } = record;
      updateCase.run(...valuesOf(record, cameFrom), key);
      for (const [position, party] of record.parties.entries())
        updateParty.run(party.role, party.lawyerNo, key, position);
      addNumbers(key, added.numbers);
      addLawyers(record);
      addEvents(key, record.statusHistory.length, added.events);
      addDocuments(key, record.documents.length, added.documents);
    },
  };
}

/** `TYPE:NUMBER`, as parties are looked up. */
export function documentOf(person: Pick<WirePerson, 'documentType' | 'documentNumber'>): string {
  return `${person.documentType}:${person.documentNumber}`;
}

function valuesOf(record: WireAidCase, cameFrom: string | null): (string | number | null)[] {
  // biome-ignore format: the same order as `columns`, line by line
  return [
    record.key, record.version, record.region, record.caseNo, record.agencyCode, record.form, record.ground,
    record.status, cameFrom, record.openedAt, record.closedAt, record.secrecyMarks.includes('sealed') ? 1 : 0,
    record.consultation?.consultNo ?? null, jsonOrNull(record.application), jsonOrNull(record.notice),
    jsonOf(record.hardshipCheck), jsonOrNull(record.objection), jsonOrNull(record.dutyLawyerSession), record.outcome,
    record.recoveredFen, jsonOf(record.handlers), jsonOf(record.clockStops), jsonOf(record.extensions),
    jsonOf(record.secrecyMarks), jsonOf(record.decisions), jsonOf(record.assignments), jsonOf(record.replacements),
    jsonOf(record.subsidies), jsonOf(record.progressReports), jsonOf(record.qualityReviews),
  ];
}

const jsonOf = (value: unknown): string => JSON.stringify(value);
const jsonOrNull = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));
