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

const verify = (jwt: string) =>
  jwtVerify(jwt, pair.publicKey, { algorithms: ['EdDSA'], issuer: 'tongban-gateway', maxTokenAge: 30 });
const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

describe('an assertion', () => {
  it('is an SD-JWT that a library verifies, of the body as it is sent', async () => {
    const body = '{"query":"{ 张 }"}';
    const assertion = await createAssertionSigner(key)(caller, 'books', body);
    const [jwt = '', disclosure = '', ...rest] = assertion.split('~');
    expect(rest).toEqual(['']);
    const { payload, protectedHeader } = await verify(jwt);
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'k1', typ: 'caller+sd-jwt' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30);
    expect(payload).toMatchObject({ _sd_alg: 'sha-256', _sd: [digest(disclosure)] });
    const [salt, name, said] = JSON.parse(Buffer.from(disclosure, 'base64url').toString());
    expect(salt).toMatch(/^[0-9a-f-]{36}$/);
    expect([name, said]).toEqual(['fetch', { aud: 'books', body_sha256: digest(body), caller }]);
  });

  it('is never the same twice', async () => {
    const sign = createAssertionSigner(key);
    expect(await sign(caller, 'books', '{}')).not.toBe(await sign(caller, 'books', '{}'));
  });

  it('shares its signature with the fetches that are begun with it, and discloses its own only', async () => {
    const sign = createAssertionSigner(key);
    const assertions = await Promise.all(
      ['books', 'films', 'maps'].map((name) => sign(caller, name, `{"${name}":1}`)),
    );
    const later = await sign(caller, 'books', '{}');
    const parts = assertions.map((assertion) => assertion.split('~'));
    expect(new Set(parts.map(([jwt]) => jwt)).size).toBe(1);
    expect(later.split('~')[0]).not.toBe(parts[0]?.[0]);
    const { payload } = await verify(parts[0]?.[0] ?? '');
    expect(payload._sd).toEqual(parts.map(([, disclosure = '']) => digest(disclosure)));
    const signed = Buffer.from((parts[0]?.[0] ?? '').split('.')[1] ?? '', 'base64url').toString();
    for (const told of ['books', 'films', caller.subject]) expect(signed).not.toContain(told);
  });

  it('shares it with fifteen others at most', async () => {
    const sign = createAssertionSigner(key);
    const assertions = await Promise.all(
      Array.from({ length: 40 }, (_, index) => sign(caller, 'books', String(index))),
    );
    const signatures = new Set(assertions.map((assertion) => assertion.split('~')[0]));
    expect(signatures.size).toBe(3);
  });

  it('needs a private Ed25519 key', () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' });
    for (const wrong of [other as JWK, pair.publicKey.export({ format: 'jwk' }) as JWK, { kty: 'OKP' }])
      expect(() => createAssertionSigner(wrong)).toThrow();
  });
});
