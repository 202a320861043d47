import { describe, expect, it } from '@jest/globals';
import { r24SubsidyPaidTwice as rule } from './r24SubsidyPaidTwice.ts';
import { find } from './testing/find.ts';
import { aidCase, at, step, tagFor } from './testing/testCases.ts';

const subsidy = { amount: 120_000, paidAt: at('10-26'), payee: tagFor('payee') };
const reviewed = { history: [step('FILE_REVIEWED', at('10-19'))] };
const paid = (id: string, subsidies = [subsidy], change: Parameters<typeof aidCase>[0] = {}) =>
  aidCase({ id, ...reviewed, ...change, legalAid: { subsidies, ...change.legalAid } });

describe('R-24', () => {
  it('finds one matter paid for in two cases', () => {
    expect(find(rule, paid('LA-480101-A1'), paid('LA-480101-A2'))).toMatchObject([
      { cases: ['LA-480101-A1', 'LA-480101-A2'], confidence: 'HIGH' },
    ]);
  });

  it.each([
    ['another ground', { legalAid: { ground: 'LABOUR' } }],
    ['another time', { openedAt: at('06-01') }],
    ['other opponents', { legalAid: { opposingParties: [{ subject: tagFor('x'), organization: null }] } }],
  ])('finds nothing in %s', (_what, change) => {
    expect(find(rule, paid('LA-480101-A1'), paid('LA-480101-A2', [subsidy], change))).toEqual([]);
  });

  it('finds nothing where another is paid', () => {
    const other = { ...subsidy, payee: tagFor('other') };
    expect(find(rule, paid('LA-480101-A1'), paid('LA-480101-A2', [other]))).toEqual([]);
  });

  it('finds the same sum twice in one case, payment before the review, and payment for advice', () => {
    expect(find(rule, paid('LA-480101-A1', [subsidy, { ...subsidy, paidAt: at('10-27') }]))).toMatchObject([
      { about: 'again 2026-10-27', confidence: 'MEDIUM' },
    ]);
    const shares = [subsidy, { ...subsidy, amount: 60_000 }, { ...subsidy, payee: tagFor('other') }];
    expect(find(rule, paid('LA-480101-A1', shares))).toEqual([]);
    expect(find(rule, paid('LA-480101-A1', [{ ...subsidy, paidAt: at('10-18') }]))).toMatchObject([
      { about: 'early 2026-10-18', confidence: 'HIGH' },
    ]);
    expect(find(rule, paid('LA-480101-A1', [subsidy], { legalAid: { form: 'CONSULTATION' } }))).toMatchObject(
      [{ about: 'advice' }],
    );
  });
});
