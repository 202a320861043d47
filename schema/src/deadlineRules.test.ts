import { describe, expect, it } from '@jest/globals';
import { readDeadlineRules } from './deadlineRules.ts';

const entry = (change: Record<string, unknown>) =>
  JSON.stringify([
    {
      id: 'D-99',
      name: { en: 'a', zh: '甲' },
      service: null,
      trigger: 't',
      length: 1,
      unit: 'DAY',
      rollover: 'NONE',
      pausable: false,
      extensionCap: 0,
      agreedLength: false,
      region: null,
      validFrom: '2020-01-01',
      validTo: null,
      citation: '法',
      certainty: 'FOUND',
      ...change,
    },
  ]);

describe('the table of deadlines', () => {
  it('has every rule of the register, with a law for each', () => {
    const ids = new Set(readDeadlineRules().map(({ id }) => id.slice(0, 4)));
    expect([...ids].toSorted().join(' ')).toBe(
      'D-01 D-02 D-03 D-04 D-05 D-06 D-07 D-10 D-11 D-12 D-13 D-14 D-15 D-20 D-21 D-22 D-23 D-30 D-31 D-32 D-33 D-34 D-35 D-36 D-40 D-41 D-42',
    );
  });

  it('counts legal aid in working days until 2021 and in plain days since the Legal Aid Law', () => {
    const versions = readDeadlineRules().filter(({ id }) => id === 'D-01');
    expect(versions.map(({ unit, validFrom, validTo }) => [unit, validFrom, validTo])).toEqual([
      ['WORKING_DAY', '2012-07-01', '2021-12-31'],
      ['DAY', '2022-01-01', null],
    ]);
  });

  it('says what is wrong with a broken entry', () => {
    expect(() => readDeadlineRules(entry({ length: 0, unit: 'WEEK', extra: 1 }))).toThrow(
      /length[\s\S]*unit|unit[\s\S]*length/,
    );
    expect(() => readDeadlineRules(entry({ validFrom: '2020-02-30' }))).toThrow('validFrom');
  });

  it('refuses two entries of one rule that hold on the same day', () => {
    const twice = [
      ...JSON.parse(entry({ validTo: '2021-06-30' })),
      ...JSON.parse(entry({ validFrom: '2021-06-30' })),
    ];
    expect(() => readDeadlineRules(JSON.stringify(twice))).toThrow('D-99 is valid twice');
  });
});
