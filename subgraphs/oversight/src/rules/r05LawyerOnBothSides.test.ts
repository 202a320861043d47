import { describe, expect, it } from '@jest/globals';
import { r05LawyerOnBothSides as rule } from './r05LawyerOnBothSides.ts';
import { find } from './testing/find.ts';
import { aidCase, bao, handler, mediation, party, tagFor, zhang } from './testing/testCases.ts';

/** Bao's aid against Zhang. */
const theOtherSide = (lawyer: string, firm: string) =>
  aidCase({
    id: 'LA-480101-A2',
    parties: [party(bao, 'RECIPIENT', 'A', { lawyer })],
    handlers: [handler('ASSIGNED_LAWYER', lawyer, { organization: firm })],
    legalAid: { opposingParties: [{ subject: zhang, organization: null }] },
  });

describe('R-05', () => {
  it('finds one lawyer for two who stand against each other', () => {
    expect(find(rule, aidCase(), theOtherSide('L1', 'FIRM-1'))).toMatchObject([{ confidence: 'HIGH' }]);
  });

  it('finds one firm, and is less sure', () => {
    expect(find(rule, aidCase(), theOtherSide('L2', 'FIRM-1'))).toMatchObject([{ confidence: 'MEDIUM' }]);
  });

  it('finds it across services, once for the two', () => {
    const found = find(rule, aidCase(), mediation(), theOtherSide('L1', 'FIRM-1'));
    expect(found).toHaveLength(1);
    expect(found[0]?.cases.toSorted()).toEqual(['LA-480101-A1', 'LA-480101-A2', 'ME-480101-M1']);
  });

  it('lets lawyers of different firms stand against each other', () => {
    expect(find(rule, aidCase(), theOtherSide('L2', 'FIRM-2'))).toEqual([]);
  });

  it('lets a firm act for two who stand against the same third', () => {
    const alongside = aidCase({ id: 'LA-480101-A3', parties: [party(tagFor('wang'), 'RECIPIENT', 'A')] });
    expect(find(rule, aidCase(), alongside)).toEqual([]);
  });

  it('leaves one lawyer on both sides of one mediation to R-23', () => {
    const parties = [
      party(zhang, 'APPLICANT', 'A', { lawyer: 'L1' }),
      party(bao, 'RESPONDENT', 'B', { lawyer: 'L1' }),
    ];
    expect(find(rule, mediation({ parties }))).toEqual([]);
  });

  it('does not count help of a lawyer on duty', () => {
    const duty = { ...theOtherSide('L1', 'FIRM-1'), handlers: [handler('DUTY_LAWYER', 'L1')] };
    expect(find(rule, aidCase(), duty)).toEqual([]);
  });
});
