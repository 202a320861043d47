import { everythingSynthetic } from '@tongban/development-issuer';
import { cast, type SyntheticCase } from '@tongban/synthetic';
import { auditor, citizen, type DoorCaller, lawyer, staff } from './callerOf.ts';
import type { Choice } from './randomOperation.ts';

const { bodies } = cast;
const REGIONS = [['48'], ['4801'], ['480101'], ['4802'], ['480501'], []];
const SERVICES = ['LEGAL_AID', 'NOTARY', 'FORENSIC_APPRAISAL', 'MEDIATION', 'COURT', 'BUREAU', 'CASE_ORGAN'];

/** Anybody who may come to the door, with something to do with `one` or with nothing. */
export function randomCaller(
  choice: Choice,
  one: SyntheticCase,
  others: readonly SyntheticCase[],
): DoorCaller {
  const someone = choice.pick(others);
  const people = [...one.parties, ...one.parties, ...someone.parties].flatMap(({ person, agent }) =>
    [person, agent].filter((credential) => credential !== null),
  );
  const lawyers = [
    ...one.parties.map((party) => party.agentPractitionerNo),
    ...one.handlers.map((each) => each.practitionerNo),
  ].filter((no) => no !== null);
  const bureau = bodies.justiceBureau.id;
  const whole = auditor(bureau);
  const kinds: (() => DoorCaller)[] = [
    () => citizen(choice.pick(people) ?? cast.persons.zhang.credential),
    () => citizen(choice.pick(people) ?? cast.persons.zhang.credential),
    () => lawyer(choice.pick(lawyers) ?? cast.practitioners.li.practitionerNo),
    () => staff('BUREAU', bureau, 'LA-480101-X'),
    () => citizen(choice.pick(people) ?? cast.persons.zhang.credential),
    () => citizen(choice.pick(Object.values(cast.persons).flat()).credential),
    () => ({ claims: { role: 'REPRESENTATIVE', credential: people[0] ?? cast.persons.zhang.credential } }),
    () => lawyer(choice.pick(lawyers) ?? cast.practitioners.li.practitionerNo),
    () => staff(choice.pick(SERVICES), one.agency, 'LA-480101-X', choice.pick(REGIONS)),
    () => staff(one.service, choice.pick(others).agency, 'LA-480101-X', choice.pick(REGIONS)),
    () => staff(choice.pick(['COURT', 'BUREAU']), bodies.court.id, 'LA-480101-X', choice.pick(REGIONS)),
    () =>
      staff(
        'CASE_ORGAN',
        choice.pick([bodies.policeOrgan.id, bodies.procuratorate.id, bodies.townshipCommittee.id]),
        'LA-480101-X',
        [],
      ),
    () => ({
      ...staff('BUREAU', bureau, 'LA-480101-X'),
      purpose: choice.pick(['SUPERVISION', 'STATISTICS', 'CURIOSITY']),
    }),
    () => whole,
    () => auditor(bureau, 'sealed:read'),
    () => ({ ...whole, accessCase: 'AUD-2026-999' }),
    () => ({
      ...whole,
      claims: {
        ...whole.claims,
        assignment_scope: { ...everythingSynthetic, regions: choice.pick(REGIONS) },
      },
    }),
    () => ({
      ...whole,
      claims: { ...whole.claims, assignment_scope: { ...everythingSynthetic, until: '2026-01-02' } },
    }),
    () => ({
      claims: { role: 'SYSTEM_AUDITOR', org: bureau, amr: ['pwd', 'hwk'] },
      purpose: 'AUDIT',
      accessCase: 'AUD-2026-001',
    }),
    () => ({ claims: { role: 'SERVICE_ACCOUNT' } }),
  ];
  return choice.pick(kinds)();
}
