import { describe, expect, it } from '@jest/globals';
import { r03NotarialMatterAtTwoOffices as rule } from './r03NotarialMatterAtTwoOffices.ts';
import { find } from './testing/find.ts';
import { at, notaryMatter, party, tagFor, zhang } from './testing/testCases.ts';

const other = (change: Parameters<typeof notaryMatter>[0] = {}) =>
  notaryMatter({ id: 'NO-480101-N2', agency: 'OFFICE-2', openedAt: at('06-05'), ...change });

describe('R-03', () => {
  it('finds one matter open at two offices', () => {
    expect(find(rule, notaryMatter(), other())).toMatchObject([
      { cases: ['NO-480101-N1', 'NO-480101-N2'], confidence: 'HIGH' },
    ]);
  });

  it('lets an applicant come again after an end, to the same office, or with another matter', () => {
    expect(find(rule, notaryMatter({ closedAt: at('06-04') }), other())).toEqual([]);
    expect(find(rule, notaryMatter(), other({ agency: 'AGENCY-1' }))).toEqual([]);
    expect(find(rule, notaryMatter(), other({ notary: { matter: 'GIFT' } }))).toEqual([]);
  });

  it('takes it for another object where the others in it are others', () => {
    const parties = [party(zhang, 'CREDITOR', 'A'), party(tagFor('third'), 'DEBTOR', 'B')];
    expect(find(rule, notaryMatter(), other({ parties }))).toEqual([]);
  });

  it('is unsure where nobody else is in it', () => {
    const parties = [party(zhang, 'APPLICANT', 'A')];
    expect(find(rule, notaryMatter({ parties }), other({ parties }))).toMatchObject([{ confidence: 'LOW' }]);
  });
});
