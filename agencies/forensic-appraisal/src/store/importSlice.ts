import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '@tongban/agency-kit';
import type { SyntheticAppraisalCase, WorldSlice } from '@tongban/synthetic';
import { splitCredential } from './identityDocument.ts';
import { createCaseImporter } from './importCase.ts';

/**
 * Takes over what this system would hold of a slice of the synthetic world: appraisal cases whole, institutions and
 * appraisers as its register, and of other bodies and persons only the names that its forms print. One transaction; a
 * case that is there already is left alone, so a repeated import changes nothing. Writes nothing to the change feed.
 * @throws {RangeError} when a code of the slice is not in the system's dictionary.
 */
export function importSlice(database: DatabaseSync, slice: WorldSlice): void {
  const cases = slice.cases.filter(
    (one): one is SyntheticAppraisalCase => one.service === 'FORENSIC_APPRAISAL',
  );
  const names = new Map(slice.persons.map((person) => [person.credential, person.name]));
  inTransaction(database, () => {
    importRegisters(database, slice);
    const importCase = createCaseImporter(database, (credential) => names.get(credential) ?? null);
    for (const one of cases) importCase(one);
  });
}

function importRegisters(database: DatabaseSync, { bodies, practitioners }: WorldSlice): void {
  const body = database.prepare('INSERT OR REPLACE INTO body VALUES (?, ?, ?, ?, ?)');
  const institution = database.prepare('INSERT OR REPLACE INTO institution VALUES (?, ?, ?, ?, ?, ?, ?)');
  const appraiser = database.prepare('INSERT OR REPLACE INTO appraiser VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const scopes = new Map<string, string>();
  for (const one of bodies) {
    body.run(one.id, one.uscc, one.name, one.kind, one.region);
    if (one.kind !== 'FORENSIC_INSTITUTION') continue;
    const scope = JSON.stringify(one.scope);
    scopes.set(one.id, scope);
    institution.run(one.id, one.name, one.region, one.licenceNo, one.licenceState, scope, one.supervisor);
  }
  for (const one of practitioners) {
    if (one.kind !== 'APPRAISER') continue;
    const document = splitCredential(one.credential);
    // The world does not say which categories an appraiser is registered for: the institution's are taken.
    const categories = scopes.get(one.organization) ?? '[]';
    appraiser.run(
      one.practitionerNo,
      one.name,
      one.organization,
      one.region,
      one.firstPracticeYear,
      one.state,
      categories,
      document?.type ?? null,
      document?.no ?? null,
    );
  }
}
