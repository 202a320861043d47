import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normaliseNumber } from './normaliseNumber.ts';
import { parseCaseRef } from './parseCaseRef.ts';

describe('a number printed on a document', () => {
  it.each([
    ['（2024）京援字第0123号', '(2024)京援字123'],
    ['京朝援审字[2024]第45号', '京朝援审字(2024)45'],
    ['（2023）京中信内民证字第00756号', '(2023)京中信内民证字756'],
    ['京中信内民证字第107235号', '京中信内民证字107235'],
    ['陕宝中园司鉴所2016临鉴字第229号', '陕宝中园司鉴所2016临鉴字229'],
    ['[2014]法临鉴字第111号', '(2014)法临鉴字111'],
    ['京正〔2024〕临鉴字第12号', '京正(2024)临鉴字12'],
    ['（2024）朝望京人调字第018号', '(2024)朝望京人调字18'],
    ['(2024)粤0604诉前调确1716号', '(2024)粤0604诉前调确1716'],
    [' ( 2024 )　京援字 第 0123 号\u200B', '(2024)京援字123'],
    ['（２０２４）京援字第０１２３号', '(2024)京援字123'],
    ['京援字第000号', '京援字0'],
  ])('%s is compared as %s', (raw, normalised) => {
    expect(normaliseNumber(raw)).toBe(normalised);
  });

  it('is compared the same however often it is normalised', () => {
    const piece = fc.constantFrom(
      '（',
      '）',
      '〔',
      '〕',
      '[',
      ']',
      '第',
      '号',
      '0',
      '7',
      '２',
      '京',
      ' ',
      '援',
      '字',
      '\u3000',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const once = normaliseNumber(pieces.join(''));
        expect(normaliseNumber(once)).toBe(once);
      }),
    );
  });
});

describe('a case reference', () => {
  it('names region and key, or a number', () => {
    expect(parseCaseRef('LA-480101-A1B2', 'LA')).toEqual({ kind: 'id', region: '480101', key: 'A1B2' });
    expect(parseCaseRef('no:（2024）京援字第0123号', 'LA')).toEqual({
      kind: 'number',
      number: '(2024)京援字123',
    });
  });

  it.each([
    'NO-480101-A1',
    'la-480101-A1',
    'LA-4801-A1',
    'LA-480101-',
    'LA-480101-../x',
    'LA-480101-a b',
    `LA-480101-${'A'.repeat(65)}`,
    'LA-480101-A1\n',
    'no:',
    'no:没有数字',
    `no:${'1'.repeat(100)}`,
    '',
  ])('is nothing when it is %j', (ref) => {
    expect(parseCaseRef(ref, 'LA')).toBeNull();
  });
});
