import { describe, expect, it } from '@jest/globals';
import { createTestCallers } from '@tongban/kit/testing';
import { readConfig } from './config.ts';

const required = {
  CALLER_KEYS: JSON.stringify(createTestCallers().keys),
  SUBJECT_TAG_KEY: `2026=${'ab'.repeat(32)}`,
  MEDIATION_API_TOKEN: 'sixteen-letters-at-least',
};

describe('readConfig', () => {
  it('has a default for all but the secrets', () => {
    expect(readConfig(required)).toMatchObject({
      PORT: 4104,
      HOST: '127.0.0.1',
      MEDIATION_SYSTEMS: '48=http://127.0.0.1:4204',
      AGENCY_TIMEOUT_MS: 3000,
      REQUEST_BUDGET_MS: 6000,
      MAX_CONCURRENT_CALLS: 8,
    });
  });

  it('lists every mistake at once and repeats no secret', () => {
    const read = () => readConfig({ MEDIATION_API_TOKEN: 'too-short', MAX_CONCURRENT_CALLS: '0' });
    for (const name of ['CALLER_KEYS', 'SUBJECT_TAG_KEY', 'MEDIATION_API_TOKEN', 'MAX_CONCURRENT_CALLS']) {
      expect(read).toThrow(name);
    }
    expect(read).not.toThrow(/too-short/);
  });
});
