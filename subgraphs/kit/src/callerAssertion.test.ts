import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, type JWK, SignJWT } from 'jose';
import type { Caller } from './caller.ts';
import { digestOfBody, signAssertion, verifyAssertion } from './callerAssertion.ts';

const pair = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519');
const publicKey = { ...(pair.publicKey.export({ format: 'jwk' }) as JWK), kid: 'k1', alg: 'EdDSA' };
const keys = createLocalJWKSet({ keys: [publicKey] });
const caller: Omit<Caller, 'requestId'> = {
  subject: 'officer',
  role: 'STAFF',
  credential: null,
  practitionerNo: null,
  organization: '32480101TEAT00031H',
  service: 'NOTARY',
  regions: ['4801'],
  scopes: ['cases:read'],
  purpose: 'CASE_HANDLING',
  accessCase: 'NO-480101-A1',
  assignment: null,
  assignmentScope: null,
};

const verify = (assertion: string, subgraph = 'notary') =>
  verifyAssertion(assertion, { keys, subgraph, requestId: 'r' });

const body = '{"query":"{ me }"}';

/** A well-formed assertion with one thing changed. */
function forge(
  change: (jwt: SignJWT) => SignJWT,
  header: { alg: string; kid: string } = { alg: 'EdDSA', kid: 'k1' },
) {
  return change(
    new SignJWT({ caller, body_sha256: digestOfBody(body) })
      .setProtectedHeader(header)
      .setIssuer('tongban-gateway')
      .setAudience('notary')
      .setIssuedAt()
      .setExpirationTime('30s')
      .setJti(randomUUID()),
  );
}

describe('the caller assertion', () => {
  it('says the same after signing and verifying', async () => {
    const assertion = await signAssertion(caller, {
      key: pair.privateKey,
      subgraph: 'notary',
      body,
      keyId: 'k1',
    });
    const { id, expiresAt, ...said } = await verify(assertion);
    expect(said).toEqual({ caller: { ...caller, requestId: 'r' }, bodyDigest: digestOfBody(body) });
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(expiresAt - Date.now() / 1_000).toBeLessThanOrEqual(36);
  });

  it('is good for one subgraph only', async () => {
    const assertion = await signAssertion(caller, { key: pair.privateKey, subgraph: 'notary', body });
    await expect(verify(assertion, 'legal-aid')).rejects.toMatchObject({
      code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    });
  });

  it('accepts only what the gateway signed', async () => {
    const other = await signAssertion(caller, {
      key: stranger.privateKey,
      subgraph: 'notary',
      body,
      keyId: 'k1',
    });
    await expect(verify(other)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' });
  });

  it('accepts no other algorithm, none least of all', async () => {
    const secret = Buffer.from(String(publicKey.x), 'base64url');
    const symmetric = await forge((jwt) => jwt, { alg: 'HS256', kid: 'k1' }).sign(secret);
    await expect(verify(symmetric)).rejects.toMatchObject({ code: 'ERR_JOSE_ALG_NOT_ALLOWED' });
    const signed = await forge((jwt) => jwt).sign(pair.privateKey);
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${signed.split('.')[1]}.`;
    await expect(verify(none)).rejects.toMatchObject({ code: 'ERR_JOSE_ALG_NOT_ALLOWED' });
  });

  it.each([
    ['another issuer', (jwt: SignJWT) => jwt.setIssuer('somebody')],
    ['a list of audiences without this one', (jwt: SignJWT) => jwt.setAudience(['legal-aid', 'mediation'])],
    ['an expiry that has passed', (jwt: SignJWT) => jwt.setExpirationTime(Math.floor(Date.now() / 1000) - 6)],
    ['a list of audiences with this one', (jwt: SignJWT) => jwt.setAudience(['notary', 'mediation'])],
    [
      'an age of more than half a minute, whatever its expiry says',
      (jwt: SignJWT) => jwt.setIssuedAt(Math.floor(Date.now() / 1000) - 36).setExpirationTime('1h'),
    ],
    ['an issue in the future', (jwt: SignJWT) => jwt.setIssuedAt(Math.floor(Date.now() / 1000) + 60)],
    ['an identifier that is too long to be remembered', (jwt: SignJWT) => jwt.setJti('j'.repeat(65))],
    ['a start in the future', (jwt: SignJWT) => jwt.setNotBefore(Math.floor(Date.now() / 1000) + 60)],
  ])('refuses %s', async (_what, change) => {
    await expect(verify(await forge(change).sign(pair.privateKey))).rejects.toThrow();
  });

  it('refuses a caller that is not of the known shape', async () => {
    for (const wrong of [
      { ...caller, role: 'GOD' },
      { ...caller, regions: ['48; drop'] },
      {
        ...caller,
        assignmentScope: { persons: [], cases: [], regions: ['x'], from: '', until: '', approver: null },
      },
      { subject: 'x' },
      null,
    ]) {
      const assertion = await new SignJWT({ caller: wrong, body_sha256: digestOfBody(body) })
        .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
        .setIssuer('tongban-gateway')
        .setAudience('notary')
        .setIssuedAt()
        .setExpirationTime('30s')
        .setJti('j')
        .sign(pair.privateKey);
      await expect(verify(assertion)).rejects.toThrow();
    }
  });

  it('needs a time of issue, an expiry, an identifier and the digest of a body', async () => {
    for (const missing of ['iat', 'exp', 'jti', 'body_sha256']) {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        caller,
        iss: 'tongban-gateway',
        aud: 'notary',
        iat: now,
        exp: now + 30,
        jti: 'j',
        body_sha256: digestOfBody(body),
      };
      const assertion = await new SignJWT(
        Object.fromEntries(Object.entries(claims).filter(([name]) => name !== missing)),
      )
        .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
        .sign(pair.privateKey);
      await expect(verify(assertion)).rejects.toThrow();
    }
  });
});
