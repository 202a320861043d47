import { describe, expect, it } from '@jest/globals';
import { recordable, recordableName } from './recordable.ts';

describe('a word that others chose', () => {
  it.each([
    ['a subject of a token', 'citizen:zhang'],
    ['an assignment', 'AUD-2026-001'],
    ['a case', 'NT-480101-201900012345'],
    ['a request id', 'b7123456-7890-4123-8abc-0123456789ab'],
    ['a credit code, which is no person', 'TEAT000151'],
  ])('is recorded as it is where it is %s', (_, word) => {
    expect(recordable(word)).toBe(word);
  });

  it.each([
    ['the number of an identity card', '480101198503121013'],
    ['one with a letter before it', 'RIC:480101198503121013'],
    ['one behind its kind', 'RIC-480101198503121013'],
    ['one that is divided', '480101-19850312-1013'],
    ['a telephone', '13800001234'],
    ['a passport', 'E12345678'],
    ['a name', '张三'],
    ['no word at all', 'zhang san'],
  ])('stands as its digest where it could be %s', (_, word) => {
    expect(recordable(word)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(recordable(word)).toBe(recordable(word));
  });
});

describe('the name of a body', () => {
  it('is its credit code, though that has as many digits as an identity number', () => {
    expect(recordableName('114305240063302381')).toBe('114305240063302381');
    expect(recordableName('某局')).toMatch(/^sha256:/);
  });
});
