import { generateKeyPairSync, KeyObject } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { jwtVerify, UnsecuredJWT } from 'jose';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';
import { startTestIssuer, type TestIssuer } from './startTestIssuer.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

const now = () => Math.floor(Date.now() / 1_000);

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

const askAs = async (token: string, headers: Record<string, string> = {}, query = '{ motto }') =>
  gateway.ask(query, { headers: { authorization: `Bearer ${token}`, ...headers } });

describe('a bad token', () => {
  const foreign = generateKeyPairSync('ed25519').privateKey;
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const cases: [string, () => Promise<string | null>][] = [
    ['missing', async () => null],
    ['empty', async () => ''],
    ['garbage', async () => 'not.a.token'],
    ['of 10 kB', async () => 'a'.repeat(10_000)],
    [
      'of algorithm none',
      async () =>
        new UnsecuredJWT({
          iss: issuer.identity.issuer,
          aud: 'tongban',
          sub: 'u',
          iat: now(),
          exp: now() + 60,
        }).encode(),
    ],
    [
      'signed by HS256 with the public key',
      async () => {
        const pem = KeyObject.from(issuer.keys.publicKey).export({ type: 'spki', format: 'pem' });
        return issuer.token({}, { header: { alg: 'HS256' }, key: Buffer.from(pem) });
      },
    ],
    ['signed by a key of its own', () => issuer.token({}, { key: foreign })],
    [
      'that brings its key along',
      () => issuer.token({}, { key: foreign, header: { jku: 'http://127.0.0.1:1/keys' } }),
    ],
    ['of an unknown key', () => issuer.token({}, { header: { kid: '../../dev/null' } })],
    ['signed by RSA', () => issuer.token({}, { key: rsa.privateKey, header: { alg: 'RS256' } })],
    ['of another issuer', () => issuer.token({ iss: 'http://evil.example' })],
    ['for another audience', () => issuer.token({ aud: 'other' })],
    ['that is an ID token', () => issuer.token({}, { header: { typ: 'JWT' } })],
    ['that has expired', () => issuer.token({ iat: now() - 600, exp: now() - 120 })],
    ['that is not yet valid', () => issuer.token({ nbf: now() + 600 })],
    ['that is too old', () => issuer.token({ iat: now() - 1_200, exp: now() + 600 })],
    ['without an end', () => issuer.token({ exp: undefined })],
    ['without a subject', () => issuer.token({ sub: undefined })],
    ['without a role', () => issuer.token({ role: undefined })],
    ['with a role of another form', () => issuer.token({ role: 'CITIZEN","x":"' })],
    ['with regions that are no list', () => issuer.token({ regions: 'all' })],
    [
      'with a critical header nobody knows',
      () => issuer.token({}, { header: { crit: ['x'], x: '1' } as never }),
    ],
  ];

  it('gets the same 401, whatever is wrong with it, and no subgraph is asked', async () => {
    const bodies = new Map<string, string>();
    for (const [what, make] of cases) {
      const token = await make().catch((error: Error) => `unsignable: ${error.message}`);
      const { status, text, headers } =
        token === null
          ? await gateway.ask('{ motto }')
          : await askAs(token.startsWith('unsignable') ? 'x.y.z' : token);
      expect([what, status, headers.get('www-authenticate')]).toEqual([what, 401, 'Bearer']);
      bodies.set(text, what);
    }
    expect([...bodies.keys()]).toEqual([
      '{"errors":[{"message":"No valid token came with the request. Get a new token and send it as `Authorization: Bearer <token>`.","extensions":{"code":"UNAUTHENTICATED"}}]}',
    ]);
    expect(library.hub.received).toHaveLength(0);
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

  it('in another scheme is none', async () => {
    const { status } = await gateway.ask('{ motto }', {
      headers: { authorization: `Basic ${await issuer.token()}` },
    });
    expect(status).toBe(401);
  });

  it('makes the issuer be asked again at most once in a while', async () => {
    const before = issuer.fetches();
    for (let index = 0; index < 20; index += 1)
      await askAs(await issuer.token({}, { header: { kid: `k${index}` } }));
    expect(issuer.fetches() - before).toBeLessThanOrEqual(1);
  });
});

describe('a valid token', () => {
  const claims = {
    sub: 'u-7',
    role: 'STAFF',
    credential: 'T:1',
    practitioner_no: 'P1',
    org: 'o-1',
    service: 'LENDING',
    regions: ['48'],
    scope: 'read write',
    assignment: 'A-1',
  };

  it('becomes an assertion that only the subgraph it is for accepts, signed once per request', async () => {
    const token = await issuer.token(claims);
    const { body, headers } = await askAs(
      token,
      {
        'x-access-purpose': 'COUNTING',
        'x-access-case': 'C-1',
        'x-caller-assertion': 'forged',
        'x-request-id': 'request-1',
      },
      '{ items { title note } motto }',
    );
    expect(body.errors).toBeUndefined();
    expect(headers.get('x-request-id')).toBe('request-1');
    const assertions = new Set(
      library.hub.received.map((fetch) => fetch.headers['x-caller-assertion'] as string),
    );
    expect(library.hub.received.length).toBeGreaterThan(1);
    expect(assertions.size).toBe(1);
    const [assertion = ''] = assertions;
    const { payload, protectedHeader } = await jwtVerify(assertion, issuer.assertionPublicKey, {
      algorithms: ['EdDSA'],
      issuer: 'tongban-gateway',
      audience: 'hub',
    });
    expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: 'gateway-1' });
    expect(payload.caller).toEqual({
      subject: 'u-7',
      role: 'STAFF',
      credential: 'T:1',
      practitionerNo: 'P1',
      organization: 'o-1',
      service: 'LENDING',
      regions: ['48'],
      scopes: ['read', 'write'],
      purpose: 'COUNTING',
      accessCase: 'C-1',
      assignment: 'A-1',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(30);
    expect(payload.jti).toEqual(expect.any(String));
    const toBooks = library.books.received[0]?.headers['x-caller-assertion'] as string;
    await expect(jwtVerify(toBooks, issuer.assertionPublicKey, { audience: 'hub' })).rejects.toThrow('aud');
    for (const { headers } of [...library.hub.received, ...library.books.received]) {
      expect(headers['x-request-id']).toBe('request-1');
      expect(headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
      expect(headers.authorization).toBeUndefined();
    }
  });

  it('of a citizen implies a purpose; of others it does not', async () => {
    const callerOf = async (role: string) => {
      library.reset();
      await askAs(await issuer.token({ role }));
      const assertion = library.hub.received[0]?.headers['x-caller-assertion'] as string;
      return (await jwtVerify(assertion, issuer.assertionPublicKey)).payload.caller as {
        purpose: string | null;
      };
    };
    expect((await callerOf('CITIZEN')).purpose).toBe('SELF');
    expect((await callerOf('STAFF')).purpose).toBeNull();
  });

  it.each([
    ['x-access-purpose', 'two words'],
    ['x-access-case', 'x'.repeat(65)],
    ['x-access-case', '"; drop'],
  ])('with a header %s of the wrong form is refused by name', async (name, value) => {
    const { status, body } = await askAs(await issuer.token(), { [name]: value });
    expect(status).toBe(400);
    expect(body.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_REQUEST' } });
    expect(body.errors?.[0]?.message).toContain(name);
  });

  it('carries the trace of the client on', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    await askAs(await issuer.token(), { traceparent: `00-${trace}-b7ad6b7169203331-01` });
    expect(library.hub.received[0]?.headers.traceparent).toMatch(new RegExp(`^00-${trace}-[0-9a-f]{16}-01$`));
  });

  it('serves on while the issuer is down', async () => {
    issuer.setDown(true);
    expect((await askAs(await issuer.token())).status).toBe(200);
    expect((await askAs(await issuer.token({}, { header: { kid: 'new' } }))).status).toBe(401);
    issuer.setDown(false);
  });
});

it('is not ready, and says 503, until the keys of the issuer are known', async () => {
  issuer.setDown(true);
  const early = await startTestGateway(library.supergraph, { identity: issuer.identity });
  const token = await issuer.token();
  const headers = { authorization: `Bearer ${token}` };
  try {
    const ready = await early.send('/health/ready');
    expect([ready.status, ready.text]).toEqual([503, expect.stringContaining('keys of the token issuer')]);
    expect((await early.send('/health/live')).status).toBe(200);
    expect((await early.ask('{ motto }', { headers })).status).toBe(503);
    issuer.setDown(false);
    const deadline = performance.now() + 20_000;
    while ((await early.send('/health/ready')).status !== 200 && performance.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect((await early.ask('{ motto }', { headers })).status).toBe(200);
  } finally {
    issuer.setDown(false);
    await early.stop();
  }
});
