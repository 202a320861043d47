import { describe, expect, it } from '@jest/globals';
import { r25RefusalWithoutReason as rule } from './r25RefusalWithoutReason.ts';
import { find } from './testing/find.ts';
import { aidCase, at } from './testing/testCases.ts';

const decided = (kind: 'GRANT' | 'REFUSE' | 'TERMINATE', reasonCode: string | null) =>
  aidCase({
    legalAid: { decisions: [{ decisionNo: '不字第1号', kind, decidedAt: at('03-09'), reasonCode }] },
  });

describe('R-25', () => {
  it('finds a refusal and an end without reason', () => {
    expect(find(rule, decided('REFUSE', null))).toMatchObject([{ about: '不字第1号', confidence: 'HIGH' }]);
    expect(find(rule, decided('TERMINATE', null))).toHaveLength(1);
  });

  it('finds nothing where the reason is given, or nothing was refused', () => {
    expect(find(rule, decided('REFUSE', 'HARDSHIP_NOT_MET'), decided('GRANT', null))).toEqual([]);
  });
});
