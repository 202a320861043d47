import { describe, expect, it } from '@jest/globals';
import { readCodes } from './codes.ts';

describe('the code lists', () => {
  it('are complete and without doubles', () => {
    const { identityDocumentTypes, provinces, compoundSurnames } = readCodes();
    expect(identityDocumentTypes.map(({ type }) => type)).toEqual([
      'RIC',
      'HMT_RP',
      'FPR_2023',
      'FPR_OLD',
      'HM_PASS',
      'TW_PASS',
      'PASSPORT',
      'MILITARY',
      'NONE',
    ]);
    expect(provinces).toHaveLength(35);
    expect(compoundSurnames).toContain('欧阳');
    for (const list of [provinces, compoundSurnames]) expect(new Set(list).size).toBe(list.length);
  });

  it('leave province digits 48 to synthetic data', () => {
    expect(readCodes().provinces).not.toContain('48');
  });
});
