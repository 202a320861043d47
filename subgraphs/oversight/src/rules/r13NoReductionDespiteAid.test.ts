import { describe, expect, it } from '@jest/globals';
import { r13NoReductionDespiteAid as rule } from './r13NoReductionDespiteAid.ts';
import { find } from './testing/find.ts';
import { aidCase, appraisal, at, notaryMatter, party, tagFor, zhang } from './testing/testCases.ts';

const { commission } = appraisal().appraisal;
const feeReduction = {
  form: 'REDUCED' as const,
  standardFee: 280_000,
  reducedBy: 100_000,
  basis: 'LOCAL_RULE' as const,
  basisDocumentNo: null,
  basisConfirmed: null,
  approvedAt: at('03-26'),
  localRule: null,
};
const paid = (change: object = {}) => ({
  appraisal: { commission: { ...commission, fee: 280_000, ...change } },
});

describe('R-13', () => {
  it('finds a fee in full where the lawyer of the aid acts', () => {
    expect(find(rule, appraisal(paid()), aidCase())).toMatchObject([
      { cases: ['FA-480101-F1', 'LA-480101-A1'], confidence: 'HIGH' },
    ]);
  });

  it('finds one at a notary where an opponent of the aid is a party, and is less sure', () => {
    expect(find(rule, notaryMatter({ notary: { fee: 60_000 } }), aidCase())).toMatchObject([
      { confidence: 'MEDIUM' },
    ]);
  });

  it('finds one taken on while the aid lasted, though it has ended since', () => {
    expect(find(rule, appraisal(paid()), aidCase({ closedAt: at('09-15') }))).toHaveLength(1);
  });

  it.each([
    ['there was help with it', appraisal({ ...paid(), feeReduction }), aidCase()],
    ['nothing was asked for', appraisal(), aidCase()],
    ['an organ commissioned and pays', appraisal(paid({ clientKind: 'CASE_ORGAN' })), aidCase()],
    ['the aid came later', appraisal(paid({ effectiveAt: at('03-08') })), aidCase()],
    ['the aid had ended', appraisal(paid()), aidCase({ closedAt: at('03-20') })],
    [
      'the aid is somebody else’s',
      appraisal(paid()),
      aidCase({ parties: [party(tagFor('x'), 'RECIPIENT', 'A')] }),
    ],
    [
      'the matter is another',
      notaryMatter({ parties: [party(zhang, 'APPLICANT', 'A')], notary: { fee: 20_000 } }),
      aidCase(),
    ],
  ])('finds nothing where %s', (_why, one, aid) => {
    expect(find(rule, one, aid)).toEqual([]);
  });
});
