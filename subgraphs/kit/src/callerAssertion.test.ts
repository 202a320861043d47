import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { CompactSign, createLocalJWKSet, type JWK, type SignJWT } from 'jose';
import type { Caller } from './caller.ts';
import { digestOfBody, sealAssertion, signAssertion, verifyAssertion } from './callerAssertion.ts';

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

const header = { alg: 'EdDSA', kid: 'k1', typ: 'caller+sd-jwt' };
const said = { aud: 'notary', body_sha256: digestOfBody(body), caller };

/** A well-formed assertion with something changed: in what is signed, or in what is disclosed. */
const forge = (
  change: (jwt: SignJWT) => SignJWT = (jwt) => jwt,
  disclosure: unknown = [randomUUID(), 'fetch', said],
  changed: object = {},
  key: Parameters<typeof sealAssertion>[3] = pair.privateKey,
) => sealAssertion(disclosure, change, { ...header, ...changed }, key);

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
    await expect(verify(assertion, 'legal-aid')).rejects.toMatchObject({ code: 'FOR_ANOTHER' });
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
    const symmetric = await forge(undefined, undefined, { alg: 'HS256' }, secret);
    await expect(verify(symmetric)).rejects.toMatchObject({ code: 'ERR_JOSE_ALG_NOT_ALLOWED' });
    const [jwt = '', disclosure] = (await forge()).split('~');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${jwt.split('.')[1]}.~${disclosure}~`;
    await expect(verify(none)).rejects.toMatchObject({ code: 'ERR_JOSE_ALG_NOT_ALLOWED' });
  });

  it.each([
    ['another issuer', (jwt: SignJWT) => jwt.setIssuer('somebody')],
    ['an expiry that has passed', (jwt: SignJWT) => jwt.setExpirationTime(seconds(-6))],
    [
      'an age of more than half a minute, whatever its expiry says',
      (jwt: SignJWT) => jwt.setIssuedAt(seconds(-36)).setExpirationTime('1h'),
    ],
    ['an issue in the future', (jwt: SignJWT) => jwt.setIssuedAt(seconds(60))],
    ['a start in the future', (jwt: SignJWT) => jwt.setNotBefore(seconds(60))],
  ])('refuses %s', async (_what, change) => {
    await expect(verify(await forge(change))).rejects.toThrow();
  });

  it('takes such a one with nothing changed, so that what is refused is refused for the change', async () => {
    expect((await verify(await forge())).caller.subject).toBe('officer');
  });

  it.each([
    ['for another subgraph', [randomUUID(), 'fetch', { ...said, aud: 'mediation' }]],
    ['for several', [randomUUID(), 'fetch', { ...said, aud: ['notary', 'mediation'] }]],
    ['without a salt', ['', 'fetch', said]],
    ['with a salt that is too long to be remembered', ['j'.repeat(65), 'fetch', said]],
    ['of something else', [randomUUID(), 'name', said]],
    ['that says more', [randomUUID(), 'fetch', { ...said, more: true }]],
    ['without a body', [randomUUID(), 'fetch', { aud: 'notary', caller }]],
    ['without a caller', [randomUUID(), 'fetch', { ...said, caller: null }]],
    [
      'with a role that there is not',
      [randomUUID(), 'fetch', { ...said, caller: { ...caller, role: 'GOD' } }],
    ],
    [
      'with regions that are none',
      [randomUUID(), 'fetch', { ...said, caller: { ...caller, regions: ['48; drop'] } }],
    ],
    [
      'with a scope of an assignment that is none',
      [
        randomUUID(),
        'fetch',
        {
          ...said,
          caller: {
            ...caller,
            assignmentScope: { persons: [], cases: [], regions: ['x'], from: '', until: '', approver: null },
          },
        },
      ],
    ],
    ['that is no list', said],
  ])('refuses a disclosure %s', async (_what, disclosure) => {
    await expect(verify(await forge(undefined, disclosure))).rejects.toThrow();
  });

  it('refuses a disclosure that was not signed, however well it is made', async () => {
    const [jwt] = (await forge()).split('~');
    const own = Buffer.from(JSON.stringify([randomUUID(), 'fetch', said])).toString('base64url');
    await expect(verify(`${jwt}~${own}~`)).rejects.toMatchObject({ code: 'NOT_SIGNED' });
  });

  it('takes one disclosure, neither none nor more', async () => {
    const [jwt, disclosure] = (await forge()).split('~');
    for (const text of [
      `${jwt}`,
      `${jwt}~`,
      `${jwt}~${disclosure}`,
      `${jwt}~${disclosure}~${disclosure}~`,
      `${jwt}~${disclosure}~x`,
    ])
      await expect(verify(text)).rejects.toThrow();
  });

  it('refuses a token of another type, signed by the same key', async () => {
    await expect(verify(await forge(undefined, undefined, { typ: 'at+jwt' }))).rejects.toThrow();
  });

  it('needs a time of issue, an expiry and digests of a known kind', async () => {
    const disclosure = Buffer.from(JSON.stringify([randomUUID(), 'fetch', said])).toString('base64url');
    const claims = {
      iss: 'tongban-gateway',
      iat: seconds(0),
      exp: seconds(30),
      _sd_alg: 'sha-256',
      _sd: [digestOfBody(disclosure)],
    };
    const sealed = async (told: object) => {
      const jws = new CompactSign(Buffer.from(JSON.stringify(told))).setProtectedHeader(header);
      return `${await jws.sign(pair.privateKey)}~${disclosure}~`;
    };
    expect((await verify(await sealed(claims))).caller.subject).toBe('officer');
    for (const missing of Object.keys(claims))
      await expect(verify(await sealed({ ...claims, [missing]: undefined }))).rejects.toThrow();
    await expect(verify(await sealed({ ...claims, _sd_alg: 'sha-1' }))).rejects.toThrow();
  });
});

function seconds(offset: number): number {
  return Math.floor(Date.now() / 1_000) + offset;
}
