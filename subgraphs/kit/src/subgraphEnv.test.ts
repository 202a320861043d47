import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { readEnv, subgraphEnv } from './subgraphEnv.ts';

const Env = z.object({ ...subgraphEnv({ port: 4102 }), NOTARY_USERNAME: z.string() });
const tagKeys = `2026=${'ab'.repeat(32)}, 2025=${'CD'.repeat(32)}`;
const keys = '{"keys":[{"kty":"OKP","crv":"Ed25519","x":"abc","kid":"k"}]}';

describe('the settings of a subgraph', () => {
  it('have defaults for all but secrets and keys', () => {
    expect(
      readEnv(Env, { CALLER_KEYS: keys, SUBJECT_TAG_KEY: tagKeys, NOTARY_USERNAME: 'u', PORT: '' }),
    ).toEqual({
      PORT: 4102,
      HOST: '127.0.0.1',
      NODE_ENV: 'development',
      LOG_LEVEL: 'info',
      CALLER_KEYS: { keys: [{ kty: 'OKP', crv: 'Ed25519', x: 'abc', kid: 'k' }] },
      SUBJECT_TAG_KEY: [
        { epoch: '2026', key: 'ab'.repeat(32) },
        { epoch: '2025', key: 'cd'.repeat(32) },
      ],
      AGENCY_TIMEOUT_MS: 3000,
      NOTARY_USERNAME: 'u',
    });
  });

  it('name every mistake at once and repeat no value', () => {
    const read = () => readEnv(Env, { PORT: '70000', LOG_LEVEL: 'loud', AGENCY_TIMEOUT_MS: 'secret' });
    expect(read).toThrow(
      /PORT[\s\S]*LOG_LEVEL[\s\S]*CALLER_KEYS[\s\S]*SUBJECT_TAG_KEY[\s\S]*AGENCY_TIMEOUT_MS[\s\S]*NOTARY_USERNAME/,
    );
    expect(read).not.toThrow(/secret/);
  });

  it.each([
    ['hello', 'not JSON'],
    ['{"keys":[]}', 'JWKS'],
    ['{"keys":[{"kty":"RSA","n":"x"}]}', 'JWKS'],
    ['{"keys":[{"kty":"OKP","crv":"Ed25519","x":"a","d":"private"}]}', 'private key'],
  ])('refuse as caller keys: %s', (value, message) => {
    expect(() =>
      readEnv(Env, { CALLER_KEYS: value, SUBJECT_TAG_KEY: tagKeys, NOTARY_USERNAME: 'u' }),
    ).toThrow(message);
  });

  it.each([
    ['ab'.repeat(32), 'not <epoch>='],
    ['2026=secret', 'not <epoch>='],
    [`2026=${'ab'.repeat(32)},`, 'not <epoch>='],
    [`2026=${'ab'.repeat(32)},2026=${'cd'.repeat(32)}`, 'two keys'],
  ])('refuse as keys of subject tags: %s', (value, message) => {
    const read = () => readEnv(Env, { CALLER_KEYS: keys, SUBJECT_TAG_KEY: value, NOTARY_USERNAME: 'u' });
    expect(read).toThrow(message);
    expect(read).not.toThrow(value);
  });
});
