import { describe, expect, it } from '@jest/globals';
import { r12FeeReductionWithoutBasis as rule } from './r12FeeReductionWithoutBasis.ts';
import { find } from './testing/find.ts';
import { aidCase, appraisal, at, bao, party, tagFor } from './testing/testCases.ts';

const helped = (change: object = {}) =>
  appraisal({
    feeReduction: {
      form: 'WAIVED',
      standardFee: 280_000,
      reducedBy: 280_000,
      basis: 'LEGAL_AID',
      basisDocumentNo: '(2026)援审字第1号',
      basisConfirmed: true,
      approvedAt: at('03-25'),
      localRule: null,
      ...change,
    },
  });
const decision = (
  kind: 'GRANT' | 'REFUSE' | 'TERMINATE',
  decidedAt: string,
  decisionNo = '（2026）援审字第1号',
) => ({
  decisionNo,
  kind,
  decidedAt,
  reasonCode: 'X',
});

describe('R-12', () => {
  it('finds nothing where the decision stands, however the number is printed', () => {
    expect(find(rule, helped(), aidCase())).toEqual([]);
  });

  it('finds help that names no decision', () => {
    expect(find(rule, helped({ basisDocumentNo: null }), aidCase())).toMatchObject([
      { cases: ['FA-480101-F1'], confidence: 'HIGH' },
    ]);
  });

  it.each([
    ['refused', aidCase({ legalAid: { decisions: [decision('REFUSE', at('03-09'))] } }), 'kind REFUSE'],
    ['came later', aidCase({ legalAid: { decisions: [decision('GRANT', at('03-26'))] } }), 'came later'],
    ['is of another person', aidCase({ parties: [party(tagFor('x'), 'RECIPIENT', 'A')] }), 'no party here'],
    [
      'had been ended',
      aidCase({
        legalAid: {
          decisions: [decision('GRANT', at('03-09')), decision('TERMINATE', at('03-20'), '终字第1号')],
        },
      }),
      'was ended by 终字第1号',
    ],
  ])('finds a decision that %s', (_what, aid, words) => {
    const [found] = find(rule, helped(), aid);
    expect(found?.cases).toEqual(['FA-480101-F1', 'LA-480101-A1']);
    expect(found?.facts.join(' ')).toContain(words);
  });

  it('leaves other grounds of help alone, and a number that no case has to R-28', () => {
    expect(find(rule, helped({ basis: 'OWN_HARDSHIP_RULE', basisDocumentNo: null }))).toEqual([]);
    expect(find(rule, helped({ basisDocumentNo: '援审字第9999号' }), aidCase())).toEqual([]);
  });

  it('lets aid of either party count', () => {
    expect(find(rule, helped(), aidCase({ parties: [party(bao, 'RECIPIENT', 'A')] }))).toEqual([]);
  });
});
