import { cast } from '../cast.ts';
import type { SyntheticBody, SyntheticPerson, SyntheticPractitioner } from '../syntheticRegister.ts';
import { hasCreditCheck, hasIdentityCheck } from '../testSafeNumbers.ts';

/** The only documents outside the test province: an impossible birth year keeps them from belonging to anybody. */
const samples = new Set<string>(
  [
    cast.persons.lin,
    cast.persons.hongKongResident,
    cast.persons.macaoResident,
    cast.persons.taiwanResident,
  ].map(({ credential }) => credential),
);

/** What is wrong with a person: number, birth date, telephone, name. */
export function checkPerson({ credential, name, sex, birthDate, phone }: SyntheticPerson): string[] {
  const problems = checkCredential(credential);
  if (credential.startsWith('RIC:')) {
    const isMale = Number(credential.charAt(20)) % 2 === 1;
    if (credential.slice(10, 18) !== birthDate.replaceAll('-', ''))
      problems.push('the number tells another birth date');
    if (isMale !== (sex === 'MALE')) problems.push('the number tells another sex');
  }
  if (!/^1990000\d{4}$/.test(phone)) problems.push(`telephone ${phone} might ring`);
  if (!/[测试]|CE SHI/.test(name)) problems.push(`the name ${name} is not clearly made up`);
  return problems;
}

/** What is wrong with a body: code, check characters, region. */
export function checkBody({ id, uscc, name, region }: SyntheticBody): string[] {
  const problems: string[] = [];
  if (uscc === null ? !/^MC-48\d{7}-\d{3}$/.test(id) : id !== uscc)
    problems.push(`the id ${id} does not fit`);
  if (uscc !== null && !(hasCreditCheck(uscc) && /^..48\d{4}TEAT/.test(uscc)))
    problems.push(`credit code ${uscc}`);
  if (!/^48\d{4}$/.test(region)) problems.push(`region ${region}`);
  if (!/[测试]/.test(name)) problems.push(`the name ${name} is not clearly made up`);
  return problems;
}

/** What is wrong with a practitioner: licence number, identity. */
export function checkPractitioner({
  kind,
  practitionerNo,
  credential,
  region,
}: SyntheticPractitioner): string[] {
  const problems = credential === null ? [] : checkCredential(credential);
  if (kind === 'LAWYER' && !/^148\d{14}$/.test(practitionerNo)) problems.push(`licence ${practitionerNo}`);
  if (!practitionerNo.includes('48') || !region.startsWith('48'))
    problems.push(`outside the test province: ${practitionerNo}`);
  return problems;
}

function checkCredential(credential: string): string[] {
  const [type = '', number = ''] = credential.split(':');
  if (!hasIdentityCheck(number)) return [`check digit of ${credential}`];
  const isSafe = type === 'RIC' ? number.startsWith('48') : samples.has(credential);
  return isSafe ? [] : [`${credential} is outside the test province`];
}
