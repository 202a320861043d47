import type { SyntheticPerson } from '../syntheticWorld.ts';
import { createIdentityNumber, createPhone } from '../testSafeNumbers.ts';
import { counties, countyName } from './counties.ts';
import type { Random } from './random.ts';

const DAY_MS = 86_400_000;
const ADULT_DAYS = 21_000;
const surnames = [...'赵钱孙周吴郑冯陈褚卫蒋沈韩杨朱秦许何吕施', '欧阳', '司马', '诸葛'];
const givenNames = ['测甲', '测乙', '试丙', '试丁', '样戊', '样己', '例', '模', '测一', '试二'];
const groups = ['LOW_INCOME', 'DISABLED', 'MIGRANT_WORKER', 'ELDERLY', 'VETERAN'];

/**
 * The `index`-th person of the generated population. County and birth date alone tell two persons apart, so that numbers
 * never repeat however many are made; sequences stay below the cast's.
 */
export function createGeneratedPerson(index: number, random: Random): SyntheticPerson {
  const region = counties[index % counties.length] ?? '480101';
  const turn = Math.floor(index / counties.length);
  const isMinor = turn % 33 === 7;
  const birthMs = isMinor
    ? Date.UTC(2010, 0, 1) + ((turn * 89) % 2_500) * DAY_MS
    : Date.UTC(1946, 0, 1) + ((turn * 7_919) % ADULT_DAYS) * DAY_MS;
  const birthDate = new Date(birthMs).toISOString().slice(0, 10);
  const sex = random.chance(0.5) ? 'MALE' : 'FEMALE';
  const lap = Math.floor(turn / ADULT_DAYS);
  const sequence = 2 * (1 + ((random.int(0, 7) + lap * 8) % 390)) - (sex === 'MALE' ? 1 : 0);
  return {
    credential: `RIC:${createIdentityNumber(region, birthDate, sequence)}`,
    name: `${random.pick(surnames)}${random.pick(givenNames)}`,
    sex,
    birthDate,
    phone: createPhone(index),
    address: `测试省${countyName(region)}测试路${random.int(1, 999)}号`,
    addressProtected: random.chance(0.005),
    specialGroups: isMinor ? ['MINOR'] : random.chance(0.3) ? [random.pick(groups)] : [],
    formerCredentials: [],
    guardian: null,
  };
}

/** Home county of a person, from the register, not from the number. */
export function regionOf(index: number): string {
  return counties[index % counties.length] ?? '480101';
}
