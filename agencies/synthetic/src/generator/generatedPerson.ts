import { castPersons } from '../cast/castPersons.ts';
import type { SyntheticPerson } from '../syntheticRegister.ts';
import { createIdentityNumber, createPhone } from '../testSafeNumbers.ts';
import { toDate, toDay } from '../worldCalendar.ts';
import { counties, countyName } from './counties.ts';
import type { Random } from './random.ts';

const ADULT_DAYS = 21_000;
const MINOR_DAYS = 2_500;
const firstAdult = toDay('1946-01-01');
const firstMinor = toDay('2010-01-01');
const surnames = [...'赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施', '欧阳', '司马', '诸葛'];
const givenNames = [
  '测甲',
  '测乙',
  '试丙',
  '试丁',
  '测戊',
  '试己',
  '测',
  '试',
  '测一',
  '试二',
  '庚测',
  '辛试',
];
const groups = ['LOW_INCOME', 'DISABLED', 'MIGRANT_WORKER', 'ELDERLY', 'VETERAN'];
const castNumbers = new Set<string>(
  Object.values(castPersons)
    .flat()
    .map(({ credential }) => credential),
);

/** Whether the `index`-th person is a minor: never two persons one round of counties apart. */
export function isMinor(index: number): boolean {
  return Math.floor(index / counties.length) % 33 === 7;
}

/**
 * The `index`-th person of the generated population. County and birth date alone tell two persons apart, so that numbers
 * never repeat however many are made (up to some millions).
 */
export function createGeneratedPerson(index: number, random: Random): SyntheticPerson {
  const at = index % counties.length;
  const region = counties[at] ?? '480101';
  const turn = Math.floor(index / counties.length);
  const birthDate = toDate(
    isMinor(index)
      ? firstMinor + ((turn * 89 + at * 53) % MINOR_DAYS)
      : firstAdult + ((turn * 7_919 + at * 1_237) % ADULT_DAYS),
  );
  const sex = random.chance(0.5) ? 'MALE' : 'FEMALE';
  // Minors come round again after MINOR_DAYS * 33 turns, adults after ADULT_DAYS: each lap has sequences of its own.
  const lap = Math.floor(turn / ADULT_DAYS);
  const sequence = 2 * (1 + ((random.int(0, 7) + lap * 8) % 190)) - (sex === 'MALE' ? 1 : 0);
  const credential = `RIC:${createIdentityNumber(region, birthDate, sequence)}`;
  return {
    credential: castNumbers.has(credential)
      ? `RIC:${createIdentityNumber(region, birthDate, sequence + 400)}`
      : credential,
    name: `${random.pick(surnames)}${random.pick(givenNames)}`,
    sex,
    birthDate,
    phone: createPhone(index),
    address: `测试省${countyName(region)}测试路${random.int(1, 999)}号`,
    addressProtected: random.chance(0.005),
    specialGroups: isMinor(index) ? ['MINOR'] : random.chance(0.3) ? [random.pick(groups)] : [],
    formerCredentials: [],
    guardian: null,
  };
}

/** The persons from `first` on. A minor's guardian is the adult of the same county one round before or after. */
export function createGeneratedPersons(first: number, count: number, random: Random): SyntheticPerson[] {
  const persons = Array.from({ length: count }, (_, index) => createGeneratedPerson(first + index, random));
  return persons.map((person, index) => {
    if (!isMinor(first + index)) return person;
    const guardian = persons[index - counties.length] ?? persons[index + counties.length];
    return { ...person, guardian: guardian?.credential ?? null };
  });
}
