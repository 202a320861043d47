import { describe, expect, it } from '@jest/globals';
import { r04AidWithoutGround as rule } from './r04AidWithoutGround.ts';
import { find } from './testing/find.ts';
import { aidCase, at } from './testing/testCases.ts';

const hardship = (change: object) => ({
  hardship: { mode: 'DATA_SHARING', exemptGround: null, notLimitedGround: null, result: 'MET', ...change },
});
const migrant = hardship({
  mode: 'EXEMPT_FROM_CHECK',
  exemptGround: 'MIGRANT_WAGE_OR_INJURY',
  result: 'NOT_REQUIRED',
});

describe('R-04', () => {
  it.each([
    ['an exemption for wages, for another ground', { ...migrant, ground: 'OTHER' }],
    ['an exemption without its ground', hardship({ mode: 'EXEMPT_FROM_CHECK' })],
    ['no limit without its ground', hardship({ mode: 'NOT_LIMITED' })],
    ['a check that says no', hardship({ result: 'NOT_MET' })],
  ])('finds %s', (_what, legalAid) => {
    expect(find(rule, aidCase({ legalAid }))).toMatchObject([
      { cases: ['LA-480101-A1'], confidence: 'HIGH' },
    ]);
  });

  it('finds nothing where the exemption fits or the check says yes', () => {
    expect(find(rule, aidCase(), aidCase({ legalAid: { ...migrant, ground: 'LABOUR' } }))).toEqual([]);
  });

  it('says nothing where the check is not told', () => {
    expect(find(rule, aidCase({ legalAid: { hardship: null } }))).toEqual([]);
  });

  it('finds nothing where nothing was granted', () => {
    const decisions = [
      { decisionNo: '不字第1号', kind: 'REFUSE' as const, decidedAt: at('03-09'), reasonCode: 'HARDSHIP' },
    ];
    expect(find(rule, aidCase({ legalAid: { ...hardship({ result: 'NOT_MET' }), decisions } }))).toEqual([]);
  });
});
