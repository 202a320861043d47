import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('needs nothing but the credentials', () => {
    const config = readConfig({ NOTARY_USERNAME: 'tongban', NOTARY_PASSWORD: 'a-password-of-tests' });
    expect(config).toMatchObject({
      HOST: '127.0.0.1',
      PORT: 4202,
      DATABASE_FILE: '.data/agencies/notary.sqlite',
    });
  });

  it('names every mistake at once', () => {
    const read = () => readConfig({ NOTARY_USERNAME: 'a:b', PORT: 'x', LOG_LEVEL: 'loud' });
    for (const name of ['NOTARY_USERNAME', 'NOTARY_PASSWORD', 'PORT', 'LOG_LEVEL'])
      expect(read).toThrow(name);
  });

  it('does not repeat a secret in its message', () => {
    const read = () => readConfig({ NOTARY_USERNAME: 'tongban', NOTARY_PASSWORD: 'short-secret' });
    expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining('short-secret') }));
  });
});
