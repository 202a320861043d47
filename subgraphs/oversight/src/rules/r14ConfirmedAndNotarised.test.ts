import { describe, expect, it } from '@jest/globals';
import { r14ConfirmedAndNotarised as rule } from './r14ConfirmedAndNotarised.ts';
import { find } from './testing/find.ts';
import { at, mediation, notaryMatter } from './testing/testCases.ts';

const confirmed = (result: string | null, change: object = {}) =>
  mediation({
    mediation: {
      confirmation: {
        court: 'COURT',
        courtCaseNo: '诉前调确17号',
        filedAt: at('06-10'),
        decidedAt: at('06-24'),
        result,
      },
      ...change,
    },
  });

describe('R-14', () => {
  it('finds two titles for one debt, and names both', () => {
    const [found] = find(rule, confirmed('CONFIRMED'), notaryMatter());
    expect(found).toMatchObject({ cases: ['ME-480101-M1', 'NO-480101-N1'], confidence: 'HIGH' });
    expect(found?.facts.join(' ')).toMatch(/诉前调确17号.*内经证字第1号.*186000\.00/);
  });

  it('finds nothing where the court did not confirm, or the sum is another', () => {
    expect(find(rule, confirmed('NOT_ACCEPTED'), notaryMatter())).toEqual([]);
    expect(find(rule, mediation(), notaryMatter())).toEqual([]);
    const owed = (change: object) => {
      const { agreement } = mediation().mediation;
      return {
        agreement: agreement && {
          ...agreement,
          obligations: agreement.obligations.map((one) => ({ ...one, ...change })),
        },
      };
    };
    expect(find(rule, confirmed('CONFIRMED', owed({ amount: 9_300_000 })), notaryMatter())).toEqual([]);
    expect(find(rule, confirmed('CONFIRMED', owed({ amount: null })), notaryMatter())).toEqual([]);
    expect(find(rule, confirmed('CONFIRMED', owed({ creditor: 1 })), notaryMatter())).toEqual([]);
    expect(find(rule, confirmed('CONFIRMED', owed({ debtor: null })), notaryMatter())).toEqual([]);
  });

  it('takes the mediation’s own word for the certificate', () => {
    const quoted = { agreement: null, notarialCertificateNo: '(2026)内经证字第1号' };
    expect(find(rule, confirmed('CONFIRMED', quoted), notaryMatter())).toHaveLength(1);
  });

  it('lets a revoked certificate be', () => {
    const { certificate } = notaryMatter().notary;
    const revoked = { certificate: certificate && { ...certificate, status: 'REVOKED' } };
    expect(find(rule, confirmed('CONFIRMED'), notaryMatter({ notary: revoked }))).toEqual([]);
  });
});
