import type { DatabaseSync } from 'node:sqlite';
import type { HistoryStep, MediationRecord, Party, Session } from '../mediationRecord.ts';
import { mediationColumns, toColumnValues } from './mediationColumns.ts';
import { numberKey } from './numberKey.ts';

/** What was said in a session and by whom: written, never read back by anything that answers. */
export interface Statement {
  readonly statements: string;
  readonly attendees: readonly string[];
}

/**
 * Writes mediations, with their statements beside them. Call inside a transaction; statements are prepared once, so
 * keep one writer for many records.
 */
export function createMediationWriter(database: DatabaseSync) {
  const marks = mediationColumns.map(() => '?').join(', ');
  const insertMediation = database.prepare(
    `INSERT INTO mediation (${mediationColumns.join(', ')}) VALUES (${marks})`,
  );
  const updateMediation = database.prepare(
    `UPDATE mediation SET ${mediationColumns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  );
  const insertNumber = database.prepare('INSERT OR IGNORE INTO mediation_number VALUES (?, ?)');
  const insertParty = database.prepare('INSERT INTO party VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const insertSession = database.prepare('INSERT INTO session VALUES (?, ?, ?, ?, ?, ?)');
  const insertStatement = database.prepare('INSERT INTO session_statement VALUES (?, ?, ?, ?)');
  const insertHistory = database.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)');

  const addNumbers = (record: MediationRecord) => {
    const numbers = [
      record.register_no,
      ...record.other_numbers,
      record.agreement?.agreement_no,
      record.confirmation?.court_case_no,
    ];
    const keys = new Set(numbers.filter((number) => number !== undefined).map(numberKey));
    for (const key of keys) insertNumber.run(key, record.id);
  };
  const addParty = (id: string, party: Party) =>
    insertParty.run(
      id,
      party.party_no,
      party.role,
      party.side,
      party.name,
      party.document_type,
      party.document_number,
      party.organization_id,
      party.lawyer_no,
      party.agent_document_type,
      party.agent_document_number,
    );
  const addSession = (id: string, position: number, session: Session, statement: Statement | undefined) => {
    insertSession.run(id, position, session.at, session.place, session.mode, session.undisputed_facts);
    if (statement === undefined) return;
    insertStatement.run(id, position, statement.statements, JSON.stringify(statement.attendees));
  };
  const addHistory = (id: string, position: number, step: HistoryStep) =>
    insertHistory.run(
      id,
      position,
      step.service,
      step.from,
      step.to,
      step.event,
      step.at,
      step.actor_role,
      step.document_no,
      step.reason,
    );

  return {
    /** `statements[i]` belongs to `record.sessions[i]`. */
    insert(record: MediationRecord, statements: readonly Statement[]): void {
      insertMediation.run(...toColumnValues(record));
      addNumbers(record);
      for (const party of record.parties) addParty(record.id, party);
      for (const [index, session] of record.sessions.entries()) {
        addSession(record.id, index, session, statements[index]);
      }
      for (const [index, step] of record.history.entries()) addHistory(record.id, index, step);
    },

    /** Replaces `before` by `after`; sessions and history only ever grow at the end. Parties do not change. */
    save(before: MediationRecord, after: MediationRecord, statement: Statement | undefined): void {
      updateMediation.run(...toColumnValues(after), after.id);
      addNumbers(after);
      for (const [index, session] of after.sessions.entries()) {
        if (index >= before.sessions.length) addSession(after.id, index, session, statement);
      }
      for (const [index, step] of after.history.entries()) {
        if (index >= before.history.length) addHistory(after.id, index, step);
      }
    },
  };
}

export type MediationWriter = ReturnType<typeof createMediationWriter>;
