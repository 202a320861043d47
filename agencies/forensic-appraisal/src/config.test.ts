import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

const required = { FORENSIC_APPRAISAL_APP_ID: 'tongban', FORENSIC_APPRAISAL_SECRET: 'x'.repeat(16) };

describe('the settings', () => {
  it('need only the credentials', () => {
    expect(readConfig(required)).toMatchObject({
      PORT: 4203,
      HOST: '127.0.0.1',
      MAX_REQUESTS_PER_SECOND: null,
    });
  });

  it('list every mistake at once', () => {
    const read = () => readConfig({ PORT: 'x', FORENSIC_APPRAISAL_SECRET: 'short' });
    expect(read).toThrow(/PORT[\s\S]*FORENSIC_APPRAISAL_APP_ID[\s\S]*FORENSIC_APPRAISAL_SECRET/);
  });
});
