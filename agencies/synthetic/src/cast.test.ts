import { describe, expect, it } from '@jest/globals';
import { cast } from './cast.ts';
import { hasCreditCheck, hasIdentityCheck } from './testSafeNumbers.ts';

const persons = Object.values(cast.persons).flat();
const bodies = Object.values(cast.bodies);
const practitioners = Object.values(cast.practitioners);

describe('the cast', () => {
  it('has thirty workers, ten farmers and three sons', () => {
    expect(cast.persons.workers).toHaveLength(30);
    expect(cast.persons.farmers).toHaveLength(10);
    expect(cast.persons.wangSons).toHaveLength(3);
  });

  it('gives nobody the document, phone or licence of another', () => {
    for (const keys of [
      [...persons, ...practitioners].flatMap(({ credential }) => credential ?? []),
      persons.map(({ phone }) => phone),
      bodies.map(({ id }) => id),
      practitioners.map(({ practitionerNo }) => practitionerNo),
    ]) {
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it('holds valid check digits only', () => {
    for (const { credential } of persons) {
      const [type, number] = credential.split(':');
      expect([type, number, hasIdentityCheck(number ?? '')]).toEqual([type, number, true]);
    }
    for (const { uscc } of bodies) expect(uscc === null || hasCreditCheck(uscc)).toBe(true);
  });

  it('agrees with each identity number on birth date and sex', () => {
    for (const { credential, birthDate, sex } of persons.filter((one) => one.credential.startsWith('RIC:'))) {
      expect(credential.slice(10, 18)).toBe(birthDate.replaceAll('-', ''));
      expect(Number(credential.charAt(20)) % 2 === 1 ? 'MALE' : 'FEMALE').toBe(sex);
    }
  });

  it('has names that are clearly made up', () => {
    for (const { name } of [...persons, ...bodies, ...practitioners]) expect(name).toMatch(/[测试]|CE SHI/);
  });

  it('has Li under the number that the lawyer persona carries', () => {
    expect(cast.practitioners.li.practitionerNo).toBe('14801201210000001');
    expect(cast.practitioners.li.organization).toBe('31480101TEAT00023R');
  });
});
