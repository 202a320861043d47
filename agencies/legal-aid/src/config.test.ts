import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('lists every mistake at once', () => {
    expect(() => readConfig({ PORT: 'x', LEGAL_AID_API_KEY: 'short', NODE_ENV: 'prod' })).toThrow(
      /NODE_ENV[\s\S]*PORT[\s\S]*LEGAL_AID_API_KEY/,
    );
  });

  it('needs nothing but the key', () => {
    expect(readConfig({ LEGAL_AID_API_KEY: 'k'.repeat(16) })).toMatchObject({
      PORT: 4201,
      HOST: '127.0.0.1',
      DATABASE_FILE: '.data/agencies/legal-aid.sqlite',
    });
  });
});
