import { createHash, generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type JWK, jwtVerify } from 'jose';
import type { Caller } from './caller.ts';
import { createAssertionSigner } from './callerAssertion.ts';

const pair = generateKeyPairSync('ed25519');
const key = { ...(pair.privateKey.export({ format: 'jwk' }) as JWK), kid: 'k1' };
const caller: Caller = {
  subject: 'u-张-1',
  role: 'CITIZEN',
  credential: null,
  practitionerNo: null,
  organization: null,
  service: null,
  regions: ['48'],
  scopes: [],
  assignment: null,
  assignmentScope: null,
  purpose: 'SELF',
  accessCase: null,
};

describe('an assertion', () => {
  it('is a JWT that a library verifies, of the body as it is sent', async () => {
    const body = '{"query":"{ 张 }"}';
    const { payload, protectedHeader } = await jwtVerify(
      createAssertionSigner(key)(caller, 'books', body),
      pair.publicKey,
      { algorithms: ['EdDSA'], issuer: 'tongban-gateway', audience: 'books', maxTokenAge: 30 },
    );
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'k1' });
    expect(payload).toMatchObject({ sub: 'u-张-1', caller });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30);
    expect(payload.body_sha256).toBe(createHash('sha256').update(Buffer.from(body)).digest('base64url'));
  });

  it('is never the same twice', () => {
    const sign = createAssertionSigner(key);
    expect(sign(caller, 'books', '{}')).not.toBe(sign(caller, 'books', '{}'));
  });

  it('needs a private Ed25519 key', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    for (const wrong of [other as JWK, pair.publicKey.export({ format: 'jwk' }) as JWK, { kty: 'OKP' }])
      expect(() => createAssertionSigner(wrong)).toThrow();
  });
});
