import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('the settings', () => {
  it('need keys and credentials, and list every mistake without the values', () => {
    const read = () => readConfig({ PORT: 'x', FORENSIC_APPRAISAL_SECRET: 'tell-nobody' });
    expect(read).toThrow(
      /CALLER_KEYS[\s\S]*SUBJECT_TAG_KEY[\s\S]*FORENSIC_APPRAISAL_APP_ID[\s\S]*FORENSIC_APPRAISAL_SECRET/,
    );
    expect(read).not.toThrow(/tell-nobody/);
  });

  it('have a port and a synthetic system by default', () => {
    const keys = JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'abc' }] });
    const config = readConfig({
      CALLER_KEYS: keys,
      SUBJECT_TAG_KEY: `2026=${'ab'.repeat(32)}`,
      FORENSIC_APPRAISAL_APP_ID: 'tongban',
      FORENSIC_APPRAISAL_SECRET: 'x'.repeat(16),
    });
    expect(config).toMatchObject({
      PORT: 4103,
      FORENSIC_APPRAISAL_SYSTEMS: '48=http://127.0.0.1:4203',
      AGENCY_TIMEOUT_MS: 3000,
    });
  });
});
