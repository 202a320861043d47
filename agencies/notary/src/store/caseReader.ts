import type { DatabaseSync } from 'node:sqlite';
import { type CaseRows, caseTables, type Row } from './caseTables.ts';
import type { NotaryCase } from './notaryCase.ts';
import { rowsToCase } from './rowsToCase.ts';

/** Reads whole cases: one statement a table, however many cases. */
export interface CaseReader {
  /** In the order asked for; numbers that do not exist are left out. */
  read(acceptanceNos: readonly string[]): NotaryCase[];
}

export function createCaseReader(database: DatabaseSync): CaseReader {
  const selectCases = database.prepare(
    'SELECT * FROM notary_case WHERE acceptance_no IN (SELECT value FROM json_each(?))',
  );
  const selects = caseTables.map(({ name, columns }) => ({
    name,
    select: database.prepare(
      `SELECT * FROM ${name} WHERE case_id IN (SELECT value FROM json_each(?))
       ORDER BY case_id${(columns as readonly string[]).includes('position') ? ', position' : ''}`,
    ),
  }));

  return {
    read(acceptanceNos) {
      const heads = selectCases.all(JSON.stringify(acceptanceNos)) as unknown as Row[];
      const ids = JSON.stringify(heads.map(({ id }) => id));
      const children = selects.map(({ name, select }) => ({
        name,
        byCase: Map.groupBy(select.all(ids) as unknown as Row[], (row) => row.case_id),
      }));
      const cases = heads.map((head) => {
        const rows = Object.fromEntries(
          children.map(({ name, byCase }) => [name, byCase.get(head.id) ?? []]),
        );
        return rowsToCase(head, rows as unknown as CaseRows);
      });
      const byNo = new Map(cases.map((found) => [found.acceptanceNo, found]));
      return [...new Set(acceptanceNos)].flatMap((no) => byNo.get(no) ?? []);
    },
  };
}
