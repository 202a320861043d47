import { describe, expect, it } from '@jest/globals';
import type { CaseFacts } from '@tongban/kit';
import { r28NumberDoesNotExist as rule } from './r28NumberDoesNotExist.ts';
import { find } from './testing/find.ts';
import { aidCase, appraisal, at, bao, zhang } from './testing/testCases.ts';
import { traceOf } from './traceFacts.ts';

const quoting = (basisDocumentNo: string): CaseFacts =>
  appraisal({
    feeReduction: {
      form: 'WAIVED',
      standardFee: 1,
      reducedBy: 1,
      basis: 'LEGAL_AID',
      basisDocumentNo,
      basisConfirmed: null,
      approvedAt: at('03-25'),
      localRule: null,
    },
  });

describe('R-28', () => {
  it('finds a decision that no case has', () => {
    expect(find(rule, quoting('援审字第9999号'), aidCase())).toMatchObject([
      { cases: ['FA-480101-F1'], about: '援审字第9999号', confidence: 'MEDIUM' },
    ]);
    expect(find(rule, quoting('（2026）援审字第1号'), aidCase())).toEqual([]);
  });

  it('says so only of persons whose cases are all known', () => {
    const cases = [quoting('援审字第9999号'), aidCase()];
    expect(rule.find(traceOf(cases, new Set([zhang])))).toHaveLength(1);
    expect(rule.find(traceOf(cases, new Set([bao])))).toEqual([]);
    expect(rule.find(traceOf(cases, new Set()))).toEqual([]);
  });

  it('finds one number on two cases of a service, however it is printed', () => {
    const twice = [
      aidCase({ caseNo: '（2026）援字第1号' }),
      aidCase({ id: 'LA-480101-A2', caseNo: '(2026)援字第1号' }),
    ];
    expect(find(rule, ...twice)).toMatchObject([{ cases: ['LA-480101-A1', 'LA-480101-A2'] }]);
    expect(find(rule, aidCase({ caseNo: '1' }), appraisal({ caseNo: '1' }))).toEqual([]);
  });
});
