import { describe, expect, it } from '@jest/globals';
import { r16ForeignElementNotReported as rule } from './r16ForeignElementNotReported.ts';
import { find } from './testing/find.ts';
import { appraisal, party, zhang } from './testing/testCases.ts';

const foreign = { parties: [party(zhang, 'SUBJECT', 'A', { isForeign: true })] };
const { commission } = appraisal().appraisal;

describe('R-16', () => {
  it('finds a foreign party and no report', () => {
    expect(find(rule, appraisal(foreign))).toMatchObject([{ cases: ['FA-480101-F1'], confidence: 'HIGH' }]);
  });

  it('finds nothing with a report, before acceptance, or without a foreign element', () => {
    const notYet = { commission: { ...commission, effectiveAt: null } };
    expect(find(rule, appraisal({ ...foreign, appraisal: { hasForeignReport: true } }))).toEqual([]);
    expect(find(rule, appraisal({ ...foreign, appraisal: notYet }), appraisal())).toEqual([]);
  });
});
