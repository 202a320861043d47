import { describe, expect, it } from '@jest/globals';
import { createTestCallers } from '@tongban/kit/testing';
import { readConfig } from './config.ts';
import { createLegalAidSystems } from './legalAidSystems.ts';

const required = {
  CALLER_KEYS: JSON.stringify(createTestCallers().keys),
  SUBJECT_TAG_KEY: `2026=${'ab'.repeat(32)}`,
  LEGAL_AID_API_KEY: 'k'.repeat(16),
};

describe('the settings', () => {
  it('have defaults but for secrets', () => {
    expect(readConfig(required)).toMatchObject({
      PORT: 4101,
      HOST: '127.0.0.1',
      LEGAL_AID_SYSTEMS: '48=http://127.0.0.1:4201',
      AGENCY_TIMEOUT_MS: 3000,
    });
  });

  it('list every mistake at once', () => {
    expect(() => readConfig({ PORT: 'x' })).toThrow(
      /PORT[\s\S]*CALLER_KEYS[\s\S]*SUBJECT_TAG_KEY[\s\S]*LEGAL_AID_API_KEY/,
    );
  });

  it('refuse systems for synthetic regions in production', () => {
    const options = { spec: '48=http://127.0.0.1:4201', apiKey: 'k'.repeat(16), timeoutMs: 100 };
    expect(() => createLegalAidSystems({ ...options, production: true })).toThrow('synthetic');
    expect(createLegalAidSystems({ ...options, production: false }).overlapping('480101')).toHaveLength(1);
  });

  it('find every system that overlaps a region', () => {
    const systems = createLegalAidSystems({
      spec: '11=http://a.test,1101=http://b.test,110105=http://a.test,31=http://c.test',
      apiKey: 'k'.repeat(16),
      timeoutMs: 100,
      production: true,
    });
    const names = (region: string) => systems.overlapping(region).map(({ name }) => name);

    expect(names('11')).toEqual(['11', '1101']);
    expect(names('1101')).toEqual(['1101', '11']);
    expect(names('110101')).toEqual(['1101']);
    expect(names('110105')).toEqual(['11']);
    expect(names('44')).toEqual([]);
  });
});
