import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '@tongban/agency-kit';
import type { SyntheticMediationCase, WorldSlice } from '@tongban/synthetic';
import { createMediationWriter } from '../store/mediationWriter.ts';
import { toRecord } from './toRecord.ts';
import { organKindWords, wordFor } from './worldWords.ts';

/**
 * Takes over the mediations of one slice of the world, with the bodies and mediators that the register holds, in one
 * transaction. The change feed starts after the import.
 * @throws {Error} when a case has a code for which the register has no word; nothing of the slice is kept.
 */
export function importSlice(database: DatabaseSync, slice: WorldSlice): void {
  const cases = slice.cases.filter((one): one is SyntheticMediationCase => one.service === 'MEDIATION');
  inTransaction(database, () => {
    importBodies(database, slice);
    importMediators(database, slice);
    const names = createNames(database, slice);
    const writer = createMediationWriter(database);
    for (const one of cases) {
      const statements = one.details.sessions.map((session) => ({
        statements: session.statements,
        attendees: one.parties.map(({ role }) => role),
      }));
      writer.insert(toRecord(one, names), statements);
    }
    markOrganizations(database, cases);
  });
}

function importBodies(database: DatabaseSync, { bodies }: WorldSlice): void {
  const insert = database.prepare(
    'INSERT OR REPLACE INTO body (id, uscc, name, region_code, is_committee) VALUES (?, ?, ?, ?, ?)',
  );
  for (const { id, uscc, name, region, kind } of bodies) {
    insert.run(id, uscc, name, region, kind === 'MEDIATION_COMMITTEE' ? 1 : 0);
  }
}

function importMediators(database: DatabaseSync, { practitioners }: WorldSlice): void {
  const insert = database.prepare('INSERT OR REPLACE INTO mediator VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const one of practitioners) {
    if (one.kind !== 'PEOPLES_MEDIATOR' && one.kind !== 'INVITED_MEDIATOR') continue;
    insert.run(
      one.practitionerNo,
      one.name,
      one.organization,
      one.region,
      one.firstPracticeYear,
      one.state === 'VALID' ? 1 : 0,
      one.credential === null ? null : one.credential.slice(one.credential.indexOf(':') + 1),
    );
  }
}

/** Names of persons (of this slice) and bodies (of any slice) by credential or id; null for who is not known. */
function createNames(database: DatabaseSync, { persons }: WorldSlice): (id: string) => string | null {
  const byCredential = new Map(persons.map(({ credential, name }) => [credential, name]));
  const bodyName = database.prepare('SELECT name FROM body WHERE id = ?');
  return (id) => byCredential.get(id) ?? (bodyName.get(id) as { name: string } | undefined)?.name ?? null;
}

function markOrganizations(database: DatabaseSync, cases: readonly SyntheticMediationCase[]): void {
  const mark = database.prepare('UPDATE body SET organ_kind = ? WHERE id = ? AND organ_kind IS NULL');
  const kinds = new Map(cases.map(({ agency, details }) => [agency, details.organKind]));
  for (const [agency, kind] of kinds) mark.run(wordFor('organ kind', organKindWords, kind), agency);
}
