import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mod112 } from './checkDigits.ts';
import { formatCredential, parseCredential, parseIdentityDocument } from './identityDocument.ts';
import { isRegionCode } from './regionCode.ts';
import { isResidentIdentityNumber } from './residentIdentityNumber.ts';
import { isUnifiedSocialCreditCode } from './unifiedSocialCreditCode.ts';

const production = { allowSynthetic: false };

const realResidents = ['11010519491231002X', '440524188001010014', '360426199101010071'];
const syntheticResidents = [
  '480101198503121013',
  '480101195209070223',
  '480102201006010137',
  '480102199602290446',
  '480101197904152158',
  '48010119880808003X',
];
const realBodies = ['91350100M000100Y43', '114305240063302381'];
const syntheticBodies = [
  '11480101TEAT000151',
  '31480101TEAT00023R',
  '32480101TEAT00031H',
  '33480101TEAT0004X6',
  '34480101TEAT000583',
  '35480100TEAT00066C',
  '12480101TEAT000741',
  '91480101TEAT00082N',
  '32480101TEAT001970',
];

describe('a citizen identity number', () => {
  it.each(realResidents)('%s is one', (number) => {
    expect(isResidentIdentityNumber(number, production)).toBe(true);
  });

  it.each(syntheticResidents)('%s is one, but not in production', (number) => {
    expect(isResidentIdentityNumber(number)).toBe(true);
    expect(isResidentIdentityNumber(number, production)).toBe(false);
  });

  it('may end in a lower-case x', () => {
    expect(isResidentIdentityNumber('48010119880808003x')).toBe(true);
    expect(parseIdentityDocument('RIC', '48010119880808003x')).toEqual({
      type: 'RIC',
      number: '48010119880808003X',
    });
  });

  it.each([
    ['480101198502301012', '30 February, check valid'],
    ['480101198503121014', 'wrong check'],
    ['990101198503121013', 'a leading 9 is a foreigner'],
    ['81000018900101001X', 'a residence permit of Hong Kong'],
    ['48010119850312101', '17 characters'],
    ['4801011985031210131', '19 characters'],
    ['480101850312101', 'the old form of 15'],
    ['４80101198503121013', 'a full-width digit, before it was put right'],
    ['480101198503121013\n', 'a line break'],
    ['', 'nothing'],
  ])('%j is none: %s', (number) => {
    expect(isResidentIdentityNumber(number)).toBe(false);
  });

  it('is none when born tomorrow', () => {
    const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10).replaceAll('-', '');
    const stem = `480101${tomorrow}001`;
    expect(isResidentIdentityNumber(stem + mod112(stem))).toBe(false);
  });

  it('never survives one wrong digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...syntheticResidents),
        fc.nat(16),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const wrong = number.slice(0, at) + ((Number(number[at]) + by) % 10) + number.slice(at + 1);
          expect(isResidentIdentityNumber(wrong)).toBe(false);
        },
      ),
    );
  });
});

describe('other identity documents', () => {
  it.each([
    ['HMT_RP', '81000018900101001X'],
    ['HMT_RP', '820000189001010011'],
    ['HMT_RP', '830000189001010013'],
    ['FPR_2023', '948840189001010029'],
  ])('%s %s is valid, but not in production', (type, number) => {
    expect(parseIdentityDocument(type, number)).toEqual({ type, number });
    expect(parseIdentityDocument(type, number, production)).toBeNull();
  });

  it.each([
    ['FPR_2023', '990101198503121013', '990101198503121013'],
    ['FPR_OLD', 'chn110190010112', 'CHN110190010112'],
    ['HM_PASS', 'h12345678', 'H12345678'],
    ['HM_PASS', 'M1234567801', 'M1234567801'],
    ['TW_PASS', '12345678', '12345678'],
    ['TW_PASS', '1234567801', '1234567801'],
    ['PASSPORT', 'e 12345678', 'E12345678'],
    ['MILITARY', '军字第１２３号', '军字第123号'],
    ['NONE', '看临2026-001', '看临2026-001'],
  ])('%s %s is valid', (type, raw, number) => {
    expect(parseIdentityDocument(type, raw, production)).toEqual({ type, number });
  });

  it.each([
    ['HMT_RP', '480101198503121013'],
    ['HMT_RP', '810000189001010011'],
    ['FPR_2023', '480101198503121013'],
    ['FPR_2023', '948840189001010028'],
    ['FPR_OLD', 'CH1110190010112'],
    ['HM_PASS', 'X12345678'],
    ['HM_PASS', 'H1234567'],
    ['TW_PASS', '123456789'],
    ['PASSPORT', 'E1'],
    ['PASSPORT', "E12345' OR 1=1"],
    ['MILITARY', ''],
    ['NONE', 'x'.repeat(31)],
    ['DRIVING_LICENCE', '123456'],
    ['constructor', '123456'],
  ])('%s %j is not', (type, number) => {
    expect(parseIdentityDocument(type, number)).toBeNull();
  });

  it('become a credential and come back', () => {
    for (const number of syntheticResidents) {
      const document = parseCredential(`RIC:${number}`);
      expect(document && formatCredential(document)).toBe(`RIC:${number}`);
    }
    for (const broken of ['480101198503121013', 'RIC:', ':1', 'RIC:480101198503121014', ''])
      expect(parseCredential(broken)).toBeNull();
  });
});

describe('a unified social credit code', () => {
  it.each(realBodies)('%s is one', (code) => {
    expect(isUnifiedSocialCreditCode(code, production)).toBe(true);
  });

  it.each(syntheticBodies)('%s is one, but not in production', (code) => {
    expect(isUnifiedSocialCreditCode(code)).toBe(true);
    expect(isUnifiedSocialCreditCode(code, production)).toBe(false);
  });

  it.each([
    '31480101TEAT0002OR',
    '32480101TEAT001971',
    '32480101TEAT00197',
    '32480101teat001970',
    '32470101TEAT001970',
    '',
  ])('%j is none', (code) => {
    expect(isUnifiedSocialCreditCode(code)).toBe(false);
  });
});

describe('a region code', () => {
  it.each(['110000', '110105', '469001', '830000', '66', '000000', '110005', '1101051', '48010', 'abcdef'])(
    '%j',
    (code) => {
      expect(isRegionCode(code)).toBe(['110000', '110105', '469001'].includes(code));
    },
  );

  it('with province digits 48 is synthetic', () => {
    expect([isRegionCode('480101'), isRegionCode('480101', production)]).toEqual([true, false]);
  });
});
