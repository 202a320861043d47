import { describe, expect, it } from '@jest/globals';
import { r06LawyerOfOpponent as rule } from './r06LawyerOfOpponent.ts';
import { find } from './testing/find.ts';
import { aidCase, bao, mediation, party, tagFor, zhang } from './testing/testCases.ts';

/** Bao against a third, with this lawyer. */
const ofBao = (lawyer: string) =>
  mediation({
    id: 'ME-480101-M2',
    parties: [party(bao, 'APPLICANT', 'A', { lawyer }), party(tagFor('third'), 'RESPONDENT', 'B')],
  });

describe('R-06', () => {
  it('finds a lawyer who acts against somebody and for the same one elsewhere', () => {
    const found = find(rule, aidCase(), mediation(), ofBao('L1'));
    expect(found).toMatchObject([
      { cases: ['ME-480101-M2', 'LA-480101-A1', 'ME-480101-M1'], confidence: 'MEDIUM' },
    ]);
  });

  it('finds nothing in another lawyer', () => {
    expect(find(rule, aidCase(), mediation(), ofBao('L2'))).toEqual([]);
  });

  it('leaves the two sides of one dispute to R-05', () => {
    const parties = [party(zhang, 'APPLICANT', 'A'), party(bao, 'RESPONDENT', 'B', { lawyer: 'L1' })];
    expect(find(rule, aidCase(), mediation({ parties }))).toEqual([]);
  });
});
