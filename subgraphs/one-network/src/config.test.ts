import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const required = {
  CALLER_KEYS: JSON.stringify({ keys: [key] }),
  SUBJECT_TAG_KEY: `2026=${'ab'.repeat(32)}`,
  PERSON_ID_KEY: 'a'.repeat(64),
  CREDENTIAL_KEY: 'b'.repeat(64),
};

describe('the settings', () => {
  it('need keys only; the rest has defaults for one machine', () => {
    const config = readConfig(required);
    expect(config).toMatchObject({ PORT: 4105, HOST: '127.0.0.1', DATA_DIRECTORY: '.data/one-network' });
    expect(config.DATABASE_URL).toBeUndefined();
    expect(config.AGENCY_HEALTH.get('mediation')).toBe('http://127.0.0.1:4104/health/ready');
  });

  it('list every mistake at once, and no value of a key', () => {
    const wrong = {
      PERSON_ID_KEY: 'secret-1',
      CREDENTIAL_KEY: 'secret-2',
      DATABASE_URL: 'mysql://localhost',
      AGENCY_HEALTH: 'legal-aid=nowhere',
    };
    const message = messageOf(() => readConfig(wrong));
    for (const name of [...Object.keys(wrong), 'CALLER_KEYS', 'SUBJECT_TAG_KEY'])
      expect(message).toContain(name);
    expect(message).not.toContain('secret');
  });

  it('take several addresses', () => {
    const { AGENCY_HEALTH } = readConfig({
      ...required,
      AGENCY_HEALTH: 'a=http://h:1/x?y=z, b=https://h:2/',
    });
    expect([...AGENCY_HEALTH]).toEqual([
      ['a', 'http://h:1/x?y=z'],
      ['b', 'https://h:2/'],
    ]);
  });
});

function messageOf(action: () => unknown): string {
  try {
    action();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('nothing was thrown');
}
