import type { DatabaseSync } from 'node:sqlite';
import type { WireAidCase } from '../wire/aidCase.ts';
import type { CaseRow, ConsultationRow, DocumentRow, EventRow, PartyRow } from './caseRows.ts';
import { toWireCase } from './toWireCase.ts';

const wanted = 'IN (SELECT value FROM json_each(?))';

/**
 * Reads whole cases by key: seven statements for any number of keys. Unknown keys are left out; the order is that of
 * the keys asked for, each once.
 */
export function createCaseReader(database: DatabaseSync): (keys: readonly string[]) => WireAidCase[] {
  const cases = database.prepare(`SELECT * FROM aid_case WHERE key ${wanted}`);
  const parties = database.prepare(
    `SELECT p.*, person.name AS name, agent.name AS agent_name FROM case_party p
     LEFT JOIN person ON person.document = p.document LEFT JOIN person AS agent ON agent.document = p.agent_document
     WHERE p.case_key ${wanted} ORDER BY p.case_key, p.position`,
  );
  const events = database.prepare(
    `SELECT * FROM status_event WHERE case_key ${wanted} ORDER BY case_key, position`,
  );
  const documents = database.prepare(
    `SELECT * FROM case_document WHERE case_key ${wanted} ORDER BY case_key, position`,
  );
  const numbers = database.prepare(`SELECT case_key, printed FROM case_number WHERE case_key ${wanted}`);
  const consultations = database.prepare(`SELECT * FROM consultation WHERE consult_no ${wanted}`);
  const lawyers = database.prepare(
    `SELECT practitioner_no, name FROM lawyer WHERE practitioner_no IN
     (SELECT practitioner_no FROM assigned_lawyer WHERE case_key ${wanted})`,
  );

  return (keys) => {
    const asked = JSON.stringify(keys);
    const rows = cases.all(asked) as unknown as CaseRow[];
    if (rows.length === 0) return [];
    const partiesOf = Map.groupBy(parties.all(asked) as unknown as PartyRow[], (row) => row.case_key);
    const eventsOf = Map.groupBy(events.all(asked) as unknown as EventRow[], (row) => row.case_key);
    const documentsOf = Map.groupBy(documents.all(asked) as unknown as DocumentRow[], (row) => row.case_key);
    const numbersOf = Map.groupBy(
      numbers.all(asked) as unknown as { case_key: string; printed: string }[],
      (row) => row.case_key,
    );
    const consultationOf = new Map(
      (
        consultations.all(
          JSON.stringify(rows.flatMap((row) => row.consult_no ?? [])),
        ) as unknown as ConsultationRow[]
      ).map((row) => [row.consult_no, row]),
    );
    const lawyerName = new Map(
      (lawyers.all(asked) as unknown as { practitioner_no: string; name: string }[]).map((row) => [
        row.practitioner_no,
        row.name,
      ]),
    );

    const found = new Map(
      rows.map((row) => [
        row.key,
        toWireCase(row, {
          parties: partiesOf.get(row.key) ?? [],
          events: eventsOf.get(row.key) ?? [],
          documents: documentsOf.get(row.key) ?? [],
          numbers: (numbersOf.get(row.key) ?? []).map((number) => number.printed),
          consultation: row.consult_no === null ? null : (consultationOf.get(row.consult_no) ?? null),
          lawyerName: (practitionerNo) => lawyerName.get(practitionerNo) ?? null,
        }),
      ]),
    );
    return [...new Set(keys)].flatMap((key) => found.get(key) ?? []);
  };
}
