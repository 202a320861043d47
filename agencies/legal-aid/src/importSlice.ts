import type { DatabaseSync } from 'node:sqlite';
import { inTransaction } from '@tongban/agency-kit';
import type { SyntheticLegalAidCase, WorldSlice } from '@tongban/synthetic';
import { createCaseSaver } from './store/caseSaver.ts';
import { createConsultations } from './store/consultations.ts';
import { toAidCase } from './toAidCase.ts';

const heldBodies = new Set(['JUSTICE_BUREAU', 'LEGAL_AID_AGENCY', 'LAW_FIRM', 'COURT', 'CASE_ORGAN']);
const heldPractitioners = new Set([
  'LAWYER',
  'GRASSROOTS_LEGAL_WORKER',
  'LEGAL_AID_STAFF',
  'LEGAL_AID_VOLUNTEER',
  'DUTY_LAWYER',
]);

/**
 * Takes over what a legal aid agency would hold of a slice of the synthetic world: its cases and consultations, the
 * persons in them, and the register of agencies, firms and lawyers. One transaction a slice; a slice that is already
 * there is refused by its keys.
 */
export function importSlice(database: DatabaseSync, slice: WorldSlice): void {
  const cases = slice.cases.filter((one): one is SyntheticLegalAidCase => one.service === 'LEGAL_AID');
  const insertBody = database.prepare(
    `INSERT INTO body (code, uscc, name, kind, region, licence_no, licence_state, supervisor)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const insertLawyer = database.prepare(
    `INSERT INTO lawyer (practitioner_no, kind, name, firm, region, first_practice_year, state)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const insertPerson = database.prepare(
    `INSERT INTO person (document, name, sex, birth_date, phone, address, address_protected, special_groups)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const saver = createCaseSaver(database);
  const consultations = createConsultations(database);

  inTransaction(database, () => {
    for (const body of slice.bodies) {
      if (!heldBodies.has(body.kind)) continue;
      const { id, uscc, name, kind, region, licenceNo, licenceState, supervisor } = body;
      insertBody.run(id, uscc, name, kind, region, licenceNo, licenceState, supervisor);
    }
    for (const practitioner of slice.practitioners) {
      if (!heldPractitioners.has(practitioner.kind)) continue;
      const { practitionerNo, kind, name, organization, region, firstPracticeYear, state } = practitioner;
      insertLawyer.run(practitionerNo, kind, name, organization, region, firstPracticeYear, state);
    }
    const involved = personsOf(cases);
    const nameOf = new Map<string, string>();
    for (const person of slice.persons) {
      if (!involved.has(person.credential)) continue;
      nameOf.set(person.credential, person.name);
      insertPerson.run(
        person.credential,
        person.name,
        person.sex,
        person.birthDate,
        person.phone,
        person.address,
        person.addressProtected ? 1 : 0,
        JSON.stringify(person.specialGroups),
      );
    }
    for (const one of cases) {
      const { record, cameFrom } = toAidCase(one, (credential) => nameOf.get(credential) ?? null);
      if (record.consultation !== null) consultations.insert(record.consultation);
      saver.insert(record, cameFrom);
    }
  });
}

function personsOf(cases: readonly SyntheticLegalAidCase[]): Set<string> {
  const involved = new Set<string>();
  for (const one of cases) {
    for (const { person, agent } of one.parties) {
      if (person !== null) involved.add(person);
      if (agent !== null) involved.add(agent);
    }
    for (const opponent of one.details.opposingParties) involved.add(opponent);
  }
  return involved;
}
