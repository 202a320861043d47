import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { createLocalJWKSet, type JWK, SignJWT } from 'jose';
import type { Caller } from './caller.ts';
import { signAssertion, verifyAssertion } from './callerAssertion.ts';

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
};

const verify = (assertion: string, subgraph = 'notary') =>
  verifyAssertion(assertion, { keys, subgraph, requestId: 'r' });

/** A well-formed assertion with one thing changed. */
function forge(
  change: (jwt: SignJWT) => SignJWT,
  header: { alg: string; kid: string } = { alg: 'EdDSA', kid: 'k1' },
) {
  return change(
    new SignJWT({ caller })
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
    const assertion = await signAssertion(caller, { key: pair.privateKey, subgraph: 'notary', keyId: 'k1' });
    expect(await verify(assertion)).toEqual({ ...caller, requestId: 'r' });
  });

  it('is good for one subgraph only', async () => {
    const assertion = await signAssertion(caller, { key: pair.privateKey, subgraph: 'notary' });
    await expect(verify(assertion, 'legal-aid')).rejects.toMatchObject({
      code: 'ERR_JWT_CLAIM_VALIDATION_FAILED',
    });
  });

  it('accepts only what the gateway signed', async () => {
    const other = await signAssertion(caller, { key: stranger.privateKey, subgraph: 'notary', keyId: 'k1' });
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
    ['an age of more than a minute', (jwt: SignJWT) => jwt.setIssuedAt(Math.floor(Date.now() / 1000) - 66)],
    ['a start in the future', (jwt: SignJWT) => jwt.setNotBefore(Math.floor(Date.now() / 1000) + 60)],
  ])('refuses %s', async (_what, change) => {
    await expect(verify(await forge(change).sign(pair.privateKey))).rejects.toThrow();
  });

  it('refuses a caller that is not of the known shape', async () => {
    for (const wrong of [
      { ...caller, role: 'GOD' },
      { ...caller, regions: ['48; drop'] },
      { subject: 'x' },
      null,
    ]) {
      const assertion = await new SignJWT({ caller: wrong })
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

  it('needs a time of issue, an expiry and an identifier', async () => {
    for (const missing of ['iat', 'exp', 'jti']) {
      const now = Math.floor(Date.now() / 1000);
      const claims = { caller, iss: 'tongban-gateway', aud: 'notary', iat: now, exp: now + 30, jti: 'j' };
      const assertion = await new SignJWT(
        Object.fromEntries(Object.entries(claims).filter(([name]) => name !== missing)),
      )
        .setProtectedHeader({ alg: 'EdDSA', kid: 'k1' })
        .sign(pair.privateKey);
      await expect(verify(assertion)).rejects.toThrow();
    }
  });
});
