import { describe, expect, it } from '@jest/globals';
import {
  createCreditCode,
  createIdentityNumber,
  createLawyerNo,
  creditCheck,
  hasCreditCheck,
  hasIdentityCheck,
} from './testSafeNumbers.ts';

describe('test-safe numbers', () => {
  it.each([
    ['480101', '1985-03-12', 101, '480101198503121013'],
    ['480101', '1952-09-07', 22, '480101195209070223'],
    ['480102', '2010-06-01', 13, '480102201006010137'],
    ['480102', '1996-02-29', 44, '480102199602290446'],
    ['480101', '1979-04-15', 215, '480101197904152158'],
    ['480101', '1988-08-08', 3, '48010119880808003X'],
  ])('makes the published identity number of %s %s %i', (region, birthDate, sequence, number) => {
    expect(createIdentityNumber(region, birthDate, sequence)).toBe(number);
    expect(hasIdentityCheck(number)).toBe(true);
  });

  it.each([
    ['11', '480101', 1, '11480101TEAT000151'],
    ['31', '480101', 2, '31480101TEAT00023R'],
    ['32', '480101', 3, '32480101TEAT00031H'],
    ['33', '480101', 4, '33480101TEAT0004X6'],
    ['34', '480101', 5, '34480101TEAT000583'],
    ['35', '480100', 6, '35480100TEAT00066C'],
    ['12', '480101', 7, '12480101TEAT000741'],
    ['91', '480101', 8, '91480101TEAT00082N'],
    ['32', '480101', 19, '32480101TEAT001970'],
  ])('makes the published credit code of kind %s, region %s, serial %i', (kind, region, serial, code) => {
    expect(createCreditCode(kind, region, serial)).toBe(code);
    expect(hasCreditCheck(code)).toBe(true);
  });

  it('agrees with the check values of the standards', () => {
    expect(hasIdentityCheck('11010519491231002X')).toBe(true);
    expect(creditCheck('91350100M000100Y4')).toBe('3');
    expect(hasCreditCheck('114305240063302381')).toBe(true);
  });

  it('tells wrong checks', () => {
    expect(hasIdentityCheck('480101198503121014')).toBe(false);
    expect(hasCreditCheck('31480101TEAT0002OR')).toBe(false);
  });

  it('makes the licence number of the lawyer everyone tests with', () => {
    expect(createLawyerNo('4801', 2012, 'MALE', 1)).toBe('14801201210000001');
  });

  it('makes nothing outside the test province', () => {
    expect(() => createIdentityNumber('110101', '1990-01-01', 1)).toThrow(RangeError);
    expect(() => createCreditCode('31', '110101', 1)).toThrow(RangeError);
  });
});
