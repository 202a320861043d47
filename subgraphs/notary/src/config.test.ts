import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.ts';
import { createNotarySystems } from './notarySystems.ts';

const keys = JSON.stringify({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'abc' }] });

describe('the configuration', () => {
  it('needs keys and credentials, the rest has defaults', () => {
    const config = readConfig({
      CALLER_KEYS: keys,
      SUBJECT_TAG_KEY: `2026=${'ab'.repeat(32)}`,
      NOTARY_USERNAME: 'tongban',
      NOTARY_PASSWORD: 'a-password-of-tests',
    });
    expect(config).toMatchObject({
      PORT: 4102,
      NOTARY_SYSTEMS: '48=http://127.0.0.1:4202',
      AGENCY_TIMEOUT_MS: 3000,
    });
  });

  it('names every mistake at once, and no secret', () => {
    const read = () => readConfig({ NOTARY_USERNAME: 'a:b', NOTARY_PASSWORD: 'short-secret', PORT: 'x' });
    for (const name of ['CALLER_KEYS', 'SUBJECT_TAG_KEY', 'NOTARY_USERNAME', 'NOTARY_PASSWORD', 'PORT'])
      expect(read).toThrow(name);
    expect(read).toThrow(expect.objectContaining({ message: expect.not.stringContaining('short-secret') }));
  });

  it('refuses synthetic regions in production', () => {
    const create = () =>
      createNotarySystems({
        spec: '48=http://127.0.0.1:1',
        username: 'a',
        password: 'b',
        timeoutMs: 1,
        production: true,
      });
    expect(create).toThrow('48');
  });
});
