import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { normaliseCaseNo } from './normaliseCaseNo.ts';

/** Tables whose rows hang under a case in the order of `seq`. */
export type ListTable = 'party' | 'staff' | 'case_event' | 'document' | 'material' | 'pause' | 'extension';
/** Tables with at most one row for a case. */
export type SingleTable = 'opinion' | 'testimony' | 'foreign_related_report' | 'fee_reduction';

/** Changes one case. Every call belongs inside the transaction of the event that causes it. */
export function createCaseWriter(database: DatabaseSync) {
  const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
  const addCustody = database.prepare(`
    INSERT INTO custody
    SELECT ?, ?, (SELECT coalesce(max(seq) + 1, 0) FROM custody WHERE case_id = ? AND material_seq = ?), ?, ?, ?, ?`);
  const addNumber = database.prepare('INSERT OR IGNORE INTO case_number VALUES (?, ?)');
  const nextVersion = database.prepare('UPDATE appraisal_case SET version = version + 1 WHERE case_id = ?');
  const nextSerial = database.prepare(`
    INSERT INTO case_serial VALUES (?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last`);

  return {
    insertCase(columns: Readonly<Record<string, SQLInputValue>>): void {
      const names = Object.keys(columns);
      database
        .prepare(`INSERT INTO appraisal_case (${names.join(', ')}) VALUES (${marks(names)})`)
        .run(...Object.values(columns));
    },
    /** Sets columns of the case. */
    update(caseId: string, columns: Readonly<Record<string, SQLInputValue>>): void {
      const set = Object.keys(columns).map((name) => `${name} = ?`);
      database
        .prepare(`UPDATE appraisal_case SET ${set.join(', ')} WHERE case_id = ?`)
        .run(...Object.values(columns), caseId);
    },
    /** Counts the version of the case up, once for each event. */
    nextVersion(caseId: string): void {
      nextVersion.run(caseId);
    },
    /** Adds a row behind the others; `values` are the columns after `seq`. Gives its `seq`. */
    append(table: ListTable, caseId: string, ...values: SQLInputValue[]): number {
      const row = database
        .prepare(
          `INSERT INTO ${table} SELECT ?, (SELECT coalesce(max(seq) + 1, 0) FROM ${table} WHERE case_id = ?), ${marks(values)}
           RETURNING seq`,
        )
        .get(caseId, caseId, ...values);
      return Number(row?.seq);
    },
    /** Writes the one row of the case, in place of an earlier one. */
    put(table: SingleTable, caseId: string, ...values: SQLInputValue[]): void {
      database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (?, ${marks(values)})`).run(caseId, ...values);
    },
    addCustody(
      caseId: string,
      materialSeq: number,
      at: number,
      from: string,
      to: string,
      digest: string | null,
    ): void {
      addCustody.run(caseId, materialSeq, caseId, materialSeq, at, from, to, digest);
    },
    /** Makes the case findable by a number printed on one of its documents. */
    addNumber(printed: string, caseId: string): void {
      addNumber.run(normaliseCaseNo(printed), caseId);
    },
    /** The next serial of an institution's number series in a year, from 1. */
    nextSerial(institutionId: string, series: string, year: number): number {
      return Number(nextSerial.get(institutionId, series, year)?.last);
    },
    /** Runs one statement with named or positional values; for the changes that have no method of their own. */
    run(sql: string, ...values: SQLInputValue[]): void {
      database.prepare(sql).run(...values);
    },
  };
}

export type CaseWriter = ReturnType<typeof createCaseWriter>;
