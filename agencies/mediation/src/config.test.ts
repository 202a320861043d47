import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('needs a token, and limits to 50 requests a second with bursts of 100 unless told otherwise', () => {
    const MEDIATION_API_TOKEN = 'sixteen-letters-at-least';
    expect(readConfig({ MEDIATION_API_TOKEN })).toMatchObject({
      PORT: 4204,
      HOST: '127.0.0.1',
      RATE_PER_SECOND: 50,
      RATE_BURST: 100,
      DATABASE_FILE: '.data/agencies/mediation.sqlite',
    });
    expect(readConfig({ MEDIATION_API_TOKEN, RATE_PER_SECOND: '0.5' }).RATE_PER_SECOND).toBe(0.5);
  });

  it('lists every mistake at once and repeats no secret', () => {
    const read = () => readConfig({ MEDIATION_API_TOKEN: 'too-short', PORT: 'x', RATE_BURST: '0' });
    expect(read).toThrow(/MEDIATION_API_TOKEN[\s\S]*/);
    expect(read).toThrow(/PORT/);
    expect(read).toThrow(/RATE_BURST/);
    expect(read).not.toThrow(/too-short/);
  });
});
