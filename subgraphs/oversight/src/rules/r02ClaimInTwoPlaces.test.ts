import { describe, expect, it } from '@jest/globals';
import { r02ClaimInTwoPlaces as rule } from './r02ClaimInTwoPlaces.ts';
import { find } from './testing/find.ts';
import { aidCase, at, mediation, notaryMatter, party, tagFor, zhang } from './testing/testCases.ts';

const elsewhere = (change: Parameters<typeof mediation>[0] = {}) =>
  mediation({ id: 'ME-480101-M2', agency: 'COMMITTEE-2', openedAt: at('04-01'), ...change });

describe('R-02', () => {
  it('finds one claim before two bodies at the same time', () => {
    expect(find(rule, mediation(), elsewhere())).toMatchObject([
      { cases: ['ME-480101-M1', 'ME-480101-M2'], confidence: 'HIGH' },
    ]);
  });

  it('lets another body take on what the first has ended, and what is another dispute', () => {
    expect(find(rule, mediation({ closedAt: at('03-31') }), elsewhere())).toEqual([]);
    expect(find(rule, mediation(), elsewhere({ mediation: { disputeType: 'CONTRACT' } }))).toEqual([]);
    expect(find(rule, mediation(), elsewhere({ agency: 'COMMITTEE-1' }))).toEqual([]);
    const parties = [party(zhang, 'APPLICANT', 'A'), party(tagFor('third'), 'RESPONDENT', 'B')];
    expect(find(rule, mediation(), elsewhere({ parties }))).toEqual([]);
  });

  const award = {
    kind: '仲裁裁决书',
    number: '劳人仲字第1号',
    issuedAt: at('08-24'),
    issuer: 'X',
    digest: null,
  };
  const enforced = notaryMatter({
    notary: {
      enforcementCertificate: {
        certificateNo: '执证字第1号',
        requestedAt: at('09-03'),
        amount: 1_800_000,
        issuedAt: at('09-15'),
      },
    },
  });

  it('finds an award beside an enforcement certificate between the same two', () => {
    const [found] = find(rule, aidCase({ documents: [award] }), enforced);
    expect(found?.facts.join(' ')).toMatch(/劳人仲字第1号.*执证字第1号/);
  });

  it('finds nothing in an award alone, or a certificate alone', () => {
    expect(find(rule, aidCase({ documents: [award] }), notaryMatter())).toEqual([]);
    expect(find(rule, aidCase(), enforced)).toEqual([]);
    const third = { opposingParties: [{ subject: tagFor('third'), organization: null }] };
    expect(find(rule, aidCase({ documents: [award], legalAid: third }), enforced)).toEqual([]);
  });
});
