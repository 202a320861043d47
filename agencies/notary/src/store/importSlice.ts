import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '@tongban/agency-kit';
import type { SyntheticNotaryCase, WorldSlice } from '@tongban/synthetic';
import { createCaseSaver } from './caseSaver.ts';
import { fromSynthetic } from './fromSynthetic.ts';

/**
 * Takes over this system's part of a slice of the synthetic world: its cases, the persons in them, and every body and
 * notary it could meet. One transaction: a slice is there as a whole or not at all.
 *
 * @throws where a case carries a code that this system's lists do not have.
 */
export function importSlice(database: DatabaseSync, slice: WorldSlice): void {
  const cases = slice.cases.filter((one): one is SyntheticNotaryCase => one.service === 'NOTARY');
  const here = new Set(cases.flatMap((one) => one.parties.flatMap(({ person, agent }) => [person, agent])));
  const saver = createCaseSaver(database);
  const insertBody = database.prepare('INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?, ?, ?, ?)');
  const insertNotary = database.prepare('INSERT OR REPLACE INTO notary VALUES (?, ?, ?, ?, ?, ?)');
  const insertPerson = database.prepare('INSERT OR REPLACE INTO person VALUES (?, ?, ?, ?, ?, ?)');

  inTransaction(database, () => {
    for (const b of slice.bodies) {
      insertBody.run(b.id, b.name, b.kind, b.region, b.licenceNo, b.licenceState, b.scope.join(' '));
    }
    for (const p of slice.practitioners) {
      if (p.kind !== 'NOTARY') continue;
      insertNotary.run(p.practitionerNo, p.name, p.organization, p.region, p.firstPracticeYear, p.state);
    }
    for (const p of slice.persons) {
      if (!here.has(p.credential)) continue;
      insertPerson.run(p.credential, p.name, p.sex, p.birthDate, p.phone, p.address);
    }
    for (const one of cases) saver.insert(fromSynthetic(one));
  });
}
