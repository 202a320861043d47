import { describe, expect, it } from '@jest/globals';
import { r08AppraiserTookPartBefore as rule } from './r08AppraiserTookPartBefore.ts';
import { find } from './testing/find.ts';
import { appraisal, at, handler, mediation, party, tagFor } from './testing/testCases.ts';

const nameTag = tagFor('name-M1');
const namesake = appraisal({
  handlers: [handler('APPRAISER', 'F1', { nameTag }), handler('APPRAISER', 'F2')],
});

describe('R-08', () => {
  it('finds an appraiser who bears the name of the mediator between the same parties', () => {
    expect(find(rule, namesake, mediation())).toMatchObject([
      { cases: ['FA-480101-F1', 'ME-480101-M1'], confidence: 'LOW' },
    ]);
  });

  it('is sure where the number is the same', () => {
    const handlers = [handler('APPRAISER', 'M1'), handler('APPRAISER', 'F2')];
    expect(find(rule, appraisal({ handlers }), mediation())).toMatchObject([{ confidence: 'HIGH' }]);
  });

  it('finds nothing between strangers, nor in a mediation that came after the opinion', () => {
    const parties = [party(tagFor('a'), 'APPLICANT', 'A'), party(tagFor('b'), 'RESPONDENT', 'B')];
    expect(find(rule, namesake, mediation({ parties }))).toEqual([]);
    expect(find(rule, namesake, mediation({ openedAt: at('06-01') }))).toEqual([]);
    expect(find(rule, appraisal(), mediation())).toEqual([]);
  });
});
