import { describe, expect, it } from '@jest/globals';
import { r09ReappraisedBySameAppraisers as rule } from './r09ReappraisedBySameAppraisers.ts';
import { find } from './testing/find.ts';
import { appraisal, handler } from './testing/testCases.ts';

const commission = { ...appraisal().appraisal.commission, isReappraisal: true };
const again = (change: Parameters<typeof appraisal>[0] = {}) =>
  appraisal({ id: 'FA-480101-F2', ...change, appraisal: { commission, ...change.appraisal } });

describe('R-09', () => {
  it('finds a re-appraisal by one of the first appraisers', () => {
    const handlers = [handler('APPRAISER', 'F1'), handler('APPRAISER', 'F9')];
    expect(find(rule, appraisal(), again({ handlers }))).toMatchObject([
      { cases: ['FA-480101-F2', 'FA-480101-F1'], confidence: 'HIGH' },
    ]);
  });

  it('finds nothing where others do it, or where it is another matter', () => {
    const others = [handler('APPRAISER', 'F8'), handler('APPRAISER', 'F9')];
    expect(find(rule, appraisal(), again({ handlers: others }))).toEqual([]);
    expect(find(rule, appraisal(), again({ appraisal: { matters: ['LIVING_AGE'] } }))).toEqual([]);
  });
});
