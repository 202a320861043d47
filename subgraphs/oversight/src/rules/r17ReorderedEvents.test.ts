import { describe, expect, it } from '@jest/globals';
import { r17ReorderedEvents as rule } from './r17ReorderedEvents.ts';
import { find } from './testing/find.ts';
import { aidCase, appraisal, at, mediation, notaryMatter, step } from './testing/testCases.ts';

describe('R-17', () => {
  it('finds nothing in cases whose steps follow each other', () => {
    expect(find(rule, aidCase(), notaryMatter(), appraisal(), mediation())).toEqual([]);
  });

  it.each([
    ['a certificate before acceptance', notaryMatter({ notary: { acceptedAt: at('06-12') } })],
    [
      'an opinion before the commission takes effect',
      appraisal({ appraisal: { opinion: { opinionNo: 'X', issuedAt: at('03-20'), signers: [] } } }),
    ],
    [
      'an assignment before the decision',
      aidCase({
        legalAid: {
          assignments: aidCase().legalAid.assignments.map((one) => ({ ...one, assignedAt: at('03-05') })),
        },
      }),
    ],
    [
      'a decision before the application',
      aidCase({
        legalAid: { application: { receivedAt: at('03-10'), jurisdictionGround: 'X', urgent: null } },
      }),
    ],
    ['an agreement before acceptance', mediation({ mediation: { acceptedAt: at('06-01') } })],
    [
      'steps recorded backwards',
      mediation({ history: [step('MEDIATING', at('03-19')), step('ACCEPTED', at('03-18'))] }),
    ],
  ])('finds %s', (_what, one) => {
    expect(find(rule, one)).toMatchObject([{ cases: [one.id], confidence: 'HIGH' }]);
  });

  it('does not mind a neighbour’s clock', () => {
    const history = [
      step('BREACHED', at('09-01')),
      { ...step('ENFORCEMENT', at('08-31')), service: 'ENFORCEMENT' },
    ];
    expect(find(rule, mediation({ history }))).toEqual([]);
  });
});
