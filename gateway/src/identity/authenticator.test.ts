import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';
import { openAssertion } from './openAssertion.ts';
import { startTestIssuer, type TestIssuer } from './startTestIssuer.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

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

describe('a valid token', () => {
  const claims = {
    sub: 'u-7',
    role: 'STAFF',
    amr: ['pwd', 'hwk'],
    credential: 'T:1',
    practitioner_no: 'P1',
    org: 'o-1',
    service: 'LENDING',
    regions: ['48'],
    scope: 'read write',
    assignment: 'A-1',
    assignment_scope: {
      persons: ['T:2'],
      regions: ['48'],
      from: '2026-01-01',
      until: '2026-12-31',
      approver: 'B',
    },
  };

  it('becomes assertions that only the subgraph they are for accepts, each for one fetch and its body', async () => {
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
    const fetches = library.hub.received.map(({ headers, body }) => ({
      assertion: headers['x-caller-assertion'] as string,
      body,
    }));
    expect(fetches.length).toBeGreaterThan(1);
    const verified = await Promise.all(
      fetches.map(({ assertion }) => openAssertion(assertion, issuer.assertionPublicKey)),
    );
    expect(new Set(verified.map(({ salt }) => salt)).size).toBe(fetches.length);
    for (const [index, { body }] of fetches.entries()) {
      const digest = createHash('sha256').update(body).digest('base64url');
      expect(verified[index]?.said).toMatchObject({ aud: 'hub', body_sha256: digest });
    }
    const { header, signed, said } = verified.at(0) as (typeof verified)[number];
    expect(header).toEqual({ alg: 'EdDSA', kid: 'gateway-1', typ: 'caller+sd-jwt' });
    expect(said.caller).toEqual({
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
      assignmentScope: {
        persons: ['T:2'],
        cases: [],
        regions: ['48'],
        from: '2026-01-01',
        until: '2026-12-31',
        approver: 'B',
      },
    });
    expect((signed.exp ?? 0) - (signed.iat ?? 0)).toBe(30);
    const toBooks = library.books.received[0]?.headers['x-caller-assertion'];
    expect((await openAssertion(toBooks, issuer.assertionPublicKey)).said.aud).toBe('books');
    for (const { headers } of [...library.hub.received, ...library.books.received]) {
      expect(headers['x-request-id']).toBe('request-1');
      expect(headers.traceparent).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-00$/);
      expect(headers.authorization).toBeUndefined();
    }
  });

  it('of a citizen implies a purpose; of others it does not', async () => {
    const callerOf = async (role: string) => {
      library.reset();
      await askAs(await issuer.token({ role, amr: ['pwd', 'hwk'] }));
      const assertion = library.hub.received[0]?.headers['x-caller-assertion'];
      return (await openAssertion(assertion, issuer.assertionPublicKey)).said.caller as {
        purpose: string | null;
      };
    };
    expect((await callerOf('CITIZEN')).purpose).toBe('SELF');
    expect((await callerOf('REPRESENTATIVE')).purpose).toBe('REPRESENTATION');
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
