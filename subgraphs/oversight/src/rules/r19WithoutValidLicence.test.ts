import { describe, expect, it } from '@jest/globals';
import { r19WithoutValidLicence as rule } from './r19WithoutValidLicence.ts';
import { find } from './testing/find.ts';
import { aidCase, appraisal, handler } from './testing/testCases.ts';

const { commission } = appraisal().appraisal;

describe('R-19', () => {
  it('finds a handler whose licence is suspended', () => {
    const handlers = [handler('ASSIGNED_LAWYER', 'L1', { licenceState: 'SUSPENDED' })];
    expect(find(rule, aidCase({ handlers }))).toMatchObject([
      { cases: ['LA-480101-A1'], confidence: 'MEDIUM' },
    ]);
  });

  it('finds an appraiser and an institution outside of their categories', () => {
    const part = { category: 'DOCUMENT' };
    expect(find(rule, appraisal({ appraisal: part }))).toHaveLength(3);
  });

  it('finds an institution whose licence has expired', () => {
    const institution = { licenceState: 'EXPIRED', scope: ['CLINICAL'] };
    expect(find(rule, appraisal({ appraisal: { institution } }))).toHaveLength(1);
    const notAccepted = { institution, commission: { ...commission, effectiveAt: null } };
    expect(find(rule, appraisal({ appraisal: notAccepted }))).toEqual([]);
  });

  it('says nothing where the register says nothing', () => {
    const handlers = [handler('ASSIGNED_LAWYER', 'L1', { licenceState: null })];
    const unknown = { institution: { licenceState: null, scope: [] } };
    expect(find(rule, aidCase({ handlers }), appraisal({ appraisal: unknown }))).toEqual([]);
  });
});
