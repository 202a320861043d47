import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const required = {
  CALLER_KEYS: JSON.stringify({ keys: [key] }),
  SUBJECT_TAG_KEY: `2026=${'ab'.repeat(32)}`,
  ACCESS_LOG_KEY: 'k'.repeat(32),
  FINDING_KEY: 'c'.repeat(64),
};

describe('the settings', () => {
  it('need keys only; the rest has defaults for one machine', () => {
    expect(readConfig(required)).toMatchObject({
      PORT: 4106,
      ACCESS_LOG_URL: 'http://127.0.0.1:4000/log',
      DATABASE_FILE: '.data/oversight.sqlite',
    });
  });

  it('list every mistake at once, and no value of a key', () => {
    const wrong = {
      ACCESS_LOG_KEY: 'secret-1',
      FINDING_KEY: 'secret-2',
      ACCESS_LOG_URL: 'ftp://somewhere',
      DATABASE_URL: 'mysql://localhost',
    };
    let message = '';
    try {
      readConfig(wrong);
    } catch (error) {
      message = (error as Error).message;
    }
    for (const name of [...Object.keys(wrong), 'CALLER_KEYS', 'SUBJECT_TAG_KEY'])
      expect(message).toContain(name);
    expect(message).not.toContain('secret-');
  });
});
