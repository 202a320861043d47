import { describe, expect, it } from '@jest/globals';
import { r20OneAppraiserOnly as rule } from './r20OneAppraiserOnly.ts';
import { find } from './testing/find.ts';
import { appraisal, at, handler, step } from './testing/testCases.ts';

const one = { handlers: [handler('APPRAISER', 'F1'), handler('REVIEWER', 'F2'), handler('APPRAISER', 'F1')] };

describe('R-20', () => {
  it('finds one appraiser alone, whoever else is there', () => {
    expect(find(rule, appraisal(one))).toMatchObject([{ cases: ['FA-480101-F1'], confidence: 'HIGH' }]);
  });

  it('waits until appraisers have been named', () => {
    expect(find(rule, appraisal({ ...one, history: [step('ACCEPTED', at('03-26'))] }), appraisal())).toEqual(
      [],
    );
  });
});
