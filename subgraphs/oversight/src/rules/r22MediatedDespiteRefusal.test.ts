import { describe, expect, it } from '@jest/globals';
import { r22MediatedDespiteRefusal as rule } from './r22MediatedDespiteRefusal.ts';
import { find } from './testing/find.ts';
import { at, mediation, step } from './testing/testCases.ts';

const refusal = { party: 1, at: at('03-17'), agreed: false };
const refused = (...more: readonly { party: number; at: string; agreed: boolean }[]) => ({
  mediation: { consents: [{ party: 0, at: at('03-16'), agreed: true }, refusal, ...more] },
});

describe('R-22', () => {
  it('finds a mediation that went on after a refusal', () => {
    expect(find(rule, mediation(refused()))).toMatchObject([{ cases: ['ME-480101-M1'], confidence: 'HIGH' }]);
  });

  it('finds nothing where the same party agreed later', () => {
    expect(find(rule, mediation(refused({ party: 1, at: at('03-18'), agreed: true })))).toEqual([]);
    expect(find(rule, mediation(refused({ party: 0, at: at('03-18'), agreed: true })))).toHaveLength(1);
  });

  it('finds nothing where the refusal ended it', () => {
    const history = [step('CONSENT_PENDING', at('03-16')), step('PARTY_REFUSED', at('03-17', 11))];
    expect(find(rule, mediation({ ...refused(), history }), mediation())).toEqual([]);
  });
});
