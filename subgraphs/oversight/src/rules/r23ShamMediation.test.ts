import { describe, expect, it } from '@jest/globals';
import { r23ShamMediation as rule } from './r23ShamMediation.ts';
import { find } from './testing/find.ts';
import { bao, mediation, party, zhang } from './testing/testCases.ts';

const ids = ['ME-480101-M1', 'ME-480101-M2', 'ME-480101-M3'];
const oneLawyer = {
  parties: [
    party(zhang, 'APPLICANT', 'A', { lawyer: 'L1' }),
    party(bao, 'RESPONDENT', 'B', { lawyer: 'L1' }),
  ],
};

describe('R-23', () => {
  it('finds the third agreement between the same two over the same sum, in one finding', () => {
    const alike = ids.map((id) => mediation({ id }));
    expect(find(rule, ...alike)).toMatchObject([{ cases: ids, confidence: 'LOW' }]);
    expect(find(rule, ...alike.slice(1))).toEqual([]);
  });

  it('is surer where one lawyer acts for both sides too', () => {
    expect(find(rule, ...ids.map((id) => mediation({ id, ...oneLawyer })))).toMatchObject([
      { cases: ids, confidence: 'MEDIUM' },
    ]);
  });

  it('finds one lawyer for both sides of an agreement alone', () => {
    expect(find(rule, mediation(oneLawyer))).toEqual([
      {
        cases: ['ME-480101-M1'],
        facts: ['In ME-480101-M1 one lawyer acts for both sides of the agreement.'],
        confidence: 'LOW',
      },
    ]);
    expect(find(rule, mediation({ ...oneLawyer, mediation: { agreement: null } }))).toEqual([]);
  });
});
