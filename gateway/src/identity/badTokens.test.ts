import { generateKeyPairSync, KeyObject } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { exportJWK, UnsecuredJWT } from 'jose';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';
import { startTestIssuer, type TestIssuer } from './startTestIssuer.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

const now = () => Math.floor(Date.now() / 1_000);
const REFUSAL =
  '{"errors":[{"message":"No valid token came with the request. Get a new token and send it as `Authorization: Bearer <token>`.","extensions":{"code":"UNAUTHENTICATED"}}]}';

let library: Library;
let issuer: TestIssuer;
let gateway: TestGateway;

beforeAll(async () => {
  library = await startLibrary();
  issuer = await startTestIssuer();
  gateway = await startTestGateway(library.supergraph, { identity: issuer.identity });
});
afterEach(() => library.reset());
afterAll(async () => {
  await gateway.stop();
  await Promise.all([library.stop(), issuer.stop()]);
});

const askAs = (token: string) => gateway.ask('{ motto }', { headers: { authorization: `Bearer ${token}` } });

const foreign = generateKeyPairSync('ed25519');
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** A payload that is good, as the text that would be signed. */
const goodPayload = () =>
  JSON.stringify({ iss: issuer.identity.issuer, aud: 'tongban', sub: 'u-1', iat: now(), exp: now() + 300 });
const goodHeader = (more = '') => `{"alg":"EdDSA","kid":"issuer-1","typ":"at+jwt"${more}}`;
const withRole = (text: string) => goodPayload().replace('}', `,${text}}`);

describe('a token', () => {
  it('that is good is taken, so that what follows is refused for what is wrong with it', async () => {
    expect((await askAs(await issuer.token())).status).toBe(200);
    expect((await askAs(issuer.tokenOf(goodHeader(), withRole('"role":"CITIZEN"')))).status).toBe(200);
    expect((await askAs(await issuer.token({ aud: ['tongban'] }))).status).toBe(200);
  });

  const cases: [string, () => string | Promise<string>][] = [
    ['empty', () => ''],
    ['garbage', () => 'not.a.token'],
    ['of 10 kB', () => 'a'.repeat(10_000)],
    [
      'of algorithm none',
      () =>
        new UnsecuredJWT(JSON.parse(withRole('"role":"CITIZEN"')))
          .encode()
          // Some libraries look at the case of the name.
          .replace(/^[^.]+/, Buffer.from('{"alg":"nOnE","typ":"at+jwt"}').toString('base64url')),
    ],
    [
      'of algorithm none with the signature of a good one',
      async () => {
        const [, payload, signature] = (await issuer.token()).split('.');
        const header = Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url');
        return `${header}.${payload}.${signature}`;
      },
    ],
    [
      'signed by HS256 with the public key',
      () => {
        const pem = KeyObject.from(issuer.keys.publicKey).export({ type: 'spki', format: 'pem' });
        return issuer.token({}, { header: { alg: 'HS256' }, key: Buffer.from(pem) });
      },
    ],
    [
      'signed by HS256 with the public key as the key set has it',
      async () =>
        issuer.token(
          {},
          {
            header: { alg: 'HS256' },
            key: Buffer.from(String((await exportJWK(issuer.keys.publicKey)).x), 'base64url'),
          },
        ),
    ],
    ['signed by a key of its own', () => issuer.token({}, { key: foreign.privateKey })],
    ['signed by RSA', () => issuer.token({}, { key: rsa.privateKey, header: { alg: 'RS256' } })],
    ['whose signature is cut off', async () => (await issuer.token()).replace(/[^.]+$/, '')],
    [
      'whose payload was changed',
      async () => {
        const [header, payload = '', signature] = (await issuer.token()).split('.');
        const changed = Buffer.from(payload, 'base64url').toString().replace('CITIZEN', 'SYSTEM_AUDITOR');
        return `${header}.${Buffer.from(changed).toString('base64url')}.${signature}`;
      },
    ],
    ['with a path for a kid', () => issuer.token({}, { header: { kid: '../../dev/null' } })],
    ['with SQL for a kid', () => issuer.token({}, { header: { kid: "x' union select 'key" } })],
    ['with a URL for a kid', () => issuer.token({}, { header: { kid: 'http://127.0.0.1:1/key' } })],
    ...(['jku', 'x5u'] as const).flatMap((name): [string, () => Promise<string>][] => [
      [
        `that says in ${name} where its own key is`,
        () => issuer.token({}, { key: foreign.privateKey, header: { [name]: 'http://127.0.0.1:1/keys' } }),
      ],
      [
        `of a good key that has ${name}`,
        () => issuer.token({}, { header: { [name]: 'http://127.0.0.1:1/keys' } }),
      ],
    ]),
    [
      'that brings its own key along',
      async () =>
        issuer.token(
          {},
          { key: foreign.privateKey, header: { jwk: foreign.publicKey.export({ format: 'jwk' }) } },
        ),
    ],
    [
      'of a good key that brings another along',
      () => issuer.token({}, { header: { jwk: foreign.publicKey.export({ format: 'jwk' }) } }),
    ],
    ['that says x5c', () => issuer.tokenOf(goodHeader(',"x5c":["MIIB"]'), withRole('"role":"CITIZEN"'))],
    ['of another issuer', () => issuer.token({ iss: 'http://evil.example' })],
    ['without an issuer', () => issuer.token({ iss: undefined })],
    ['of a list of issuers', () => issuer.token({ iss: [issuer.identity.issuer] as unknown as string })],
    ['for another audience', () => issuer.token({ aud: 'other' })],
    ['for others too', () => issuer.token({ aud: ['tongban', 'other'] })],
    ['for nobody', () => issuer.token({ aud: undefined })],
    ['that is an ID token', () => issuer.token({}, { header: { typ: 'JWT' } })],
    ['of no type', () => issuer.token({}, { header: { typ: undefined } })],
    ['that is an assertion for a subgraph', () => issuer.token({}, { header: { typ: 'logout+jwt' } })],
    ['that has expired', () => issuer.token({ iat: now() - 600, exp: now() - 120 })],
    ['that never expires', () => issuer.token({ exp: undefined })],
    ['that expires in a year', () => issuer.token({ exp: now() + 31_536_000 })],
    ['that expires at no time', () => issuer.token({ exp: '2999' as unknown as number })],
    ['that is not yet valid', () => issuer.token({ nbf: now() + 600 })],
    ['that is too old', () => issuer.token({ iat: now() - 1_200, exp: now() + 600 })],
    ['of no date', () => issuer.token({ iat: undefined })],
    ['of tomorrow', () => issuer.token({ iat: now() + 86_400, exp: now() + 86_700 })],
    [
      'with a critical extension that nobody knows',
      () => issuer.tokenOf(goodHeader(',"crit":["x-mine"],"x-mine":1'), withRole('"role":"CITIZEN"')),
    ],
    [
      'whose payload is not encoded',
      () => issuer.tokenOf(goodHeader(',"crit":["b64"],"b64":false'), withRole('"role":"CITIZEN"')),
    ],
    [
      'that names its role twice',
      () => issuer.tokenOf(goodHeader(), withRole('"role":"SERVICE_ACCOUNT","role":"CITIZEN"')),
    ],
    [
      'that names its role twice, once in other letters',
      () => issuer.tokenOf(goodHeader(), withRole('"r\\u006fle":"SERVICE_ACCOUNT","role":"CITIZEN"')),
    ],
    [
      'that names its algorithm twice',
      () => issuer.tokenOf(goodHeader(',"alg":"EdDSA"'), withRole('"role":"CITIZEN"')),
    ],
    [
      'of an assignment without an end',
      () =>
        issuer.token({
          role: 'AUDITOR',
          amr: ['pwd', 'hwk'],
          assignment: 'A-1',
          assignment_scope: { regions: ['48'], from: '2026-01-01' },
        }),
    ],
    ['without a subject', () => issuer.token({ sub: undefined })],
    ['without a role', () => issuer.token({ role: undefined })],
    ['of a role that does not exist', () => issuer.token({ role: 'GOD' })],
    ['of two roles', () => issuer.token({ role: ['CITIZEN', 'REPRESENTATIVE'] })],
    ['of two roles in one word', () => issuer.token({ role: 'CITIZEN REPRESENTATIVE' })],
    ['of staff with one factor', () => issuer.token({ role: 'STAFF', amr: ['pwd'] })],
    ['of staff without a word on factors', () => issuer.token({ role: 'STAFF' })],
    ['of staff whose factors are no list', () => issuer.token({ role: 'STAFF', amr: 'pwd hwk' })],
    ['of staff with two of a kind', () => issuer.token({ role: 'STAFF', amr: ['hwk', 'otp'] })],
    ['of staff without cryptography', () => issuer.token({ role: 'STAFF', amr: ['pwd', 'otp', 'fpt'] })],
    ['of staff with one factor, twice', () => issuer.token({ role: 'STAFF', amr: ['hwk', 'hwk'] })],
    ['of staff with an unknown acr', () => issuer.token({ role: 'STAFF', acr: 'urn:example:password' })],
    ['of an auditor with one factor', () => issuer.token({ role: 'AUDITOR', amr: ['hwk'] })],
    ['of a system auditor with one factor', () => issuer.token({ role: 'SYSTEM_AUDITOR', amr: ['mfa'] })],
  ];

  it.each(cases)('%s gets the same 401, and no subgraph is asked', async (_what, make) => {
    const { status, text, headers } = await askAs(await make());
    expect([status, text, headers.get('www-authenticate')]).toEqual([401, REFUSAL, 'Bearer']);
    expect(library.hub.received).toHaveLength(0);
  });

  it('that is missing, or in another scheme, gets it too', async () => {
    const basic = { authorization: `Basic ${await issuer.token()}` };
    for (const headers of [{}, basic]) {
      const answer = await gateway.ask('{ motto }', { headers });
      expect([answer.status, answer.text]).toEqual([401, REFUSAL]);
    }
  });

  it('of 1 MB is refused and the gateway goes on', async () => {
    // On a connection of its own, which the server may cut while the token is still being sent.
    const status = await new Promise<number | 'cut' | undefined>((resolve) => {
      const headers = { authorization: `Bearer ${'a'.repeat(1_000_000)}` };
      const sent = request(gateway.url, { method: 'POST', headers, agent: false });
      sent
        .once('response', (response) => resolve(response.resume().statusCode))
        .once('error', () => resolve('cut'));
      sent.end('{}');
    });
    expect([431, 'cut']).toContain(status);
    expect((await askAs(await issuer.token())).status).toBe(200);
  });

  it.each([
    ['a password and a key in hardware', { amr: ['pwd', 'hwk'] }],
    ['a PIN and a smart card', { amr: ['mfa', 'pin', 'sc'] }],
    ['a face and a key in software', { amr: ['face', 'swk'] }],
    ['the word of the issuer', { acr: 'urn:example:two-factors' }],
  ])('of staff with %s is taken', async (_what, claims) => {
    expect((await askAs(await issuer.token({ role: 'STAFF', ...claims }))).status).toBe(200);
  });

  it('makes the issuer be asked again at most once in a while', async () => {
    const before = issuer.fetches();
    for (let index = 0; index < 20; index += 1)
      await askAs(await issuer.token({}, { header: { kid: `k${index}` } }));
    expect(issuer.fetches() - before).toBeLessThanOrEqual(1);
  });
});

describe('a key of the issuer', () => {
  it('is replaced while the gateway runs, and what the old one signed is refused then', async () => {
    const rotating = await startTestIssuer();
    const cooldownMs = 50;
    const other = await startTestGateway(library.supergraph, {
      identity: { ...rotating.identity, keyCooldownMs: cooldownMs },
    });
    const statusOf = async (token: string) =>
      (await other.ask('{ motto }', { headers: { authorization: `Bearer ${token}` } })).status;
    try {
      const old = await rotating.token();
      expect(await statusOf(old)).toBe(200);
      await rotating.rotate();
      await new Promise((resolve) => setTimeout(resolve, 2 * cooldownMs));
      expect(await statusOf(await rotating.token())).toBe(200);
      const refused = await other.ask('{ motto }', { headers: { authorization: `Bearer ${old}` } });
      expect([refused.status, refused.text]).toEqual([401, REFUSAL]);
    } finally {
      await other.stop();
      await rotating.stop();
    }
  });
});

it('the issuer that is down is asked for unknown keys at most once in a while, and known keys go on', async () => {
  const failing = await startTestIssuer();
  const keyCooldownMs = 500;
  const other = await startTestGateway(library.supergraph, {
    identity: { ...failing.identity, keyCooldownMs },
  });
  const statusOf = async (token: string) =>
    (await other.ask('{ motto }', { headers: { authorization: `Bearer ${token}` } })).status;
  try {
    await new Promise((resolve) => setTimeout(resolve, 1.5 * keyCooldownMs));
    failing.setDown(true);
    const [before, startedAt] = [failing.fetches(), performance.now()];
    for (let index = 0; index < 20; index += 1)
      expect(await statusOf(await failing.token({}, { header: { kid: `k${index}` } }))).toBe(401);
    const most = 1 + Math.floor((performance.now() - startedAt) / keyCooldownMs);
    expect(failing.fetches() - before).toBeLessThanOrEqual(most);
    expect(await statusOf(await failing.token())).toBe(200);
  } finally {
    await other.stop();
    await failing.stop();
  }
});

describe('a header of a client that claims an identity', () => {
  const claims = [
    'x-caller-assertion',
    'x-user',
    'x-user-id',
    'x-forwarded-user',
    'x-forwarded-email',
    'x-remote-user',
    'x-auth-request-user',
    'x-role',
    'x-caller',
    'remote-user',
    'x-amzn-oidc-data',
    'cookie',
  ];

  it('reaches no subgraph', async () => {
    const forged = Object.fromEntries(claims.map((name) => [name, 'forged-identity']));
    const authorization = `Bearer ${await issuer.token()}`;
    const { status } = await gateway.ask('{ items { title note } motto }', {
      headers: { ...forged, authorization },
    });
    expect(status).toBe(200);
    const received = [...library.hub.received, ...library.books.received];
    expect(received.length).toBeGreaterThan(1);
    for (const { headers } of received) {
      expect(Object.keys(headers).filter((name) => claims.includes(name))).toEqual(['x-caller-assertion']);
      expect(JSON.stringify(headers)).not.toContain('forged-identity');
      expect(headers.authorization).toBeUndefined();
    }
  });
});
