import { describe, expect, it } from '@jest/globals';
import { r11EnforceableWithoutConsent as rule } from './r11EnforceableWithoutConsent.ts';
import { find } from './testing/find.ts';
import { notaryMatter } from './testing/testCases.ts';

const { certificate } = notaryMatter().notary;
const withDebt = (change: object) =>
  notaryMatter({
    notary: {
      certificate: certificate && {
        ...certificate,
        enforceability: certificate.enforceability && { ...certificate.enforceability, ...change },
      },
    },
  });

describe('R-11', () => {
  it('finds a debt without clause of consent, and one that is no payment', () => {
    expect(find(rule, withDebt({ consentClause: false }))).toMatchObject([{ confidence: 'HIGH' }]);
    expect(find(rule, withDebt({ amount: 0 }))).toMatchObject([{ confidence: 'MEDIUM' }]);
  });

  it('finds nothing in a debt with consent, or in a matter without certificate', () => {
    expect(find(rule, notaryMatter(), notaryMatter({ notary: { certificate: null } }))).toEqual([]);
  });
});
