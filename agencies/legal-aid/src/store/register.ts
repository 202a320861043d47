import type { DatabaseSync } from 'node:sqlite';
import type { WireBody, WireLawyer } from '../wire/register.ts';

/** The register of agencies, firms and other bodies, and of the lawyers who may be assigned. */
export interface Register {
  /** Bodies of the kinds named, by code, from just after `after`. */
  bodies(kinds: readonly string[], after: string, limit: number): WireBody[];
  body(code: string): WireBody | null;
  lawyers(after: string, limit: number): WireLawyer[];
  lawyer(practitionerNo: string): WireLawyer | null;
}

export function createRegister(database: DatabaseSync): Register {
  const bodyColumns = `code, uscc, name, kind, region, licence_no AS licenceNo, licence_state AS licenceState,
    supervisor AS supervisorCode`;
  const lawyerColumns = `practitioner_no AS practitionerNo, kind, name, firm AS firmCode, region,
    first_practice_year AS firstPracticeYear, state AS licenceState`;
  const bodies = database.prepare(
    `SELECT ${bodyColumns} FROM body WHERE kind IN (SELECT value FROM json_each(?)) AND code > ? ORDER BY code LIMIT ?`,
  );
  const body = database.prepare(`SELECT ${bodyColumns} FROM body WHERE code = ?`);
  const lawyers = database.prepare(
    `SELECT ${lawyerColumns} FROM lawyer WHERE practitioner_no > ? ORDER BY practitioner_no LIMIT ?`,
  );
  const lawyer = database.prepare(`SELECT ${lawyerColumns} FROM lawyer WHERE practitioner_no = ?`);
  // Rows come without a prototype; spreading gives plain objects.
  return {
    bodies: (kinds, after, limit) =>
      bodies.all(JSON.stringify(kinds), after, limit).map((row) => ({ ...row }) as unknown as WireBody),
    body: (code) => asOne<WireBody>(body.get(code)),
    lawyers: (after, limit) => lawyers.all(after, limit).map((row) => ({ ...row }) as unknown as WireLawyer),
    lawyer: (practitionerNo) => asOne<WireLawyer>(lawyer.get(practitionerNo)),
  };
}

function asOne<Row>(row: object | undefined): Row | null {
  return row === undefined ? null : ({ ...row } as Row);
}
