import type { DatabaseSync } from 'node:sqlite';
import { type CaseTable, type Cell, caseTables } from './caseTables.ts';
import type { NotaryCase } from './notaryCase.ts';

const columns = [
  'acceptance_no',
  'region',
  'printed_no',
  'office',
  'status',
  'opened_at',
  'closed_at',
  'application_no',
  'matter',
  'purpose',
  'place_of_use',
  'venue_ground',
  'handling_mode',
  'accepted_at',
  'informed_at',
  'fee',
  'refuse_ground',
  'terminate_ground',
  'will_secret',
  'sealed',
  'secrecy',
] as const;

function cellsOf(of: NotaryCase): Cell[] {
  const { application } = of;
  return [
    of.acceptanceNo,
    of.region,
    of.printedNo,
    of.office,
    of.status,
    of.openedAt,
    of.closedAt,
    application.applicationNo,
    application.matter,
    application.purpose,
    application.placeOfUse,
    application.venueGround,
    application.handlingMode,
    application.acceptedAt,
    application.informedAt,
    of.fee,
    of.refuseGround,
    of.terminateGround,
    Number(of.secrecy.includes('willSecret')),
    Number(of.secrecy.includes('sealed')),
    of.secrecy.join(' '),
  ];
}

/** Writes whole cases. Call inside a transaction. */
export interface CaseSaver {
  /** @throws where the acceptance number is taken. */
  insert(of: NotaryCase): void;
  /** Replaces the case of the same acceptance number, which must exist. */
  replace(of: NotaryCase): void;
}

export function createCaseSaver(database: DatabaseSync): CaseSaver {
  const tables = (caseTables as readonly CaseTable[]).map((table) => ({
    rowsOf: table.rowsOf,
    insert: database.prepare(
      `INSERT INTO ${table.name} (case_id, ${table.columns.join(', ')}) VALUES (${marks(table.columns.length + 1)})`,
    ),
    remove: database.prepare(`DELETE FROM ${table.name} WHERE case_id = ?`),
  }));
  const insertCase = database.prepare(
    `INSERT INTO notary_case (${columns.join(', ')}) VALUES (${marks(columns.length)})`,
  );
  const updateCase = database.prepare(
    `UPDATE notary_case SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`,
  );
  const findId = database.prepare('SELECT id FROM notary_case WHERE acceptance_no = ?');

  const insertRows = (id: number | bigint, of: NotaryCase) => {
    for (const table of tables) {
      for (const cells of table.rowsOf(of)) table.insert.run(id, ...cells);
    }
  };
  return {
    insert(of) {
      insertRows(insertCase.run(...cellsOf(of)).lastInsertRowid, of);
    },
    replace(of) {
      const { id } = findId.get(of.acceptanceNo) as { id: number };
      updateCase.run(...cellsOf(of), id);
      for (const table of tables.toReversed()) table.remove.run(id);
      insertRows(id, of);
    },
  };
}

function marks(count: number): string {
  return Array.from({ length: count }, () => '?').join(', ');
}
