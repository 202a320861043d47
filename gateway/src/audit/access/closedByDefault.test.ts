import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { LOG_DOWN, type RecordedGateway, startRecordedGateway } from '../../testing/startRecordedGateway.ts';
import { type Register, startRegister } from '../../testing/startRegister.ts';
import { until } from '../../testing/until.ts';

let register: Register;
let gateway: RecordedGateway;
beforeAll(async () => {
  register = await startRegister();
  gateway = await startRecordedGateway(register.supergraph);
}, 30_000);
afterEach(async () => {
  gateway.failWith(null);
  register.reset();
  await until(async () => (await ask('{ me { name } }')).body.data.me !== null);
  register.reset();
});
afterAll(async () => {
  await gateway.stop();
  await register.stop();
});

async function ask(query: string, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${await gateway.issuer.token({ sub: 'clerk-7' })}`;
  return gateway.ask(query, { headers: { authorization, ...headers } });
}

const personal = '{ motto me { name } offices { city } }';
const withoutPersons = { motto: 'read', me: null, offices: [{ city: 'Beijing' }] };
const fetched = () => [...register.people.received, ...register.files.received].map(({ query }) => query);

describe('while the log cannot be written', () => {
  it('everything personal is null, and says why; the rest is answered', async () => {
    gateway.failWith(LOG_DOWN);
    const { status, body } = await ask(personal);
    expect(status).toBe(200);
    expect(body.data).toEqual(withoutPersons);
    expect(body.errors).toMatchObject([{ path: ['me'], extensions: { code: 'AUDIT_UNAVAILABLE' } }]);
    expect(body.extensions?.audit).toBeUndefined();
  });

  it('nothing personal is fetched, also by the request that is the first to notice', async () => {
    gateway.failWith(LOG_DOWN);
    for (let time = 0; time < 3; time += 1) await ask(personal);
    expect(fetched().length).toBeGreaterThan(0);
    for (const query of fetched()) expect(query).not.toContain('me');
  });

  it('mutations are refused whole, whatever they are about', async () => {
    gateway.failWith(LOG_DOWN);
    await ask(personal);
    for (const mutation of ['mutation { rename(id: "p1", name: "x") { name } }', 'mutation { ring }']) {
      const { status, body } = await ask(mutation);
      expect(status).toBe(503);
      expect('data' in body).toBe(false);
      expect(body.errors?.[0]?.extensions.code).toBe('AUDIT_UNAVAILABLE');
    }
    expect(fetched().filter((query) => query.startsWith('mutation'))).toEqual([]);
  });

  it('a request for all or nothing gets nothing', async () => {
    gateway.failWith(LOG_DOWN);
    const { status, body } = await ask(personal, { 'x-unauthorized': 'reject' });
    expect([status, 'data' in body]).toEqual([503, false]);
  });

  it('what is not personal is answered as ever, and fast', async () => {
    gateway.failWith(LOG_DOWN);
    await ask(personal);
    const { body } = await ask('{ motto }');
    expect(body).toEqual({ data: { motto: 'read' }, extensions: { completeness: expect.anything() } });
  });
});

describe('an answer whose outcome cannot be written', () => {
  it('does not leave, though it was fetched', async () => {
    gateway.failWith({ refuses: (bodies) => bodies.some((body) => body.includes('"phase":"outcome"')) });
    const { body, text } = await ask(personal);
    expect(fetched().some((query) => query.includes('me'))).toBe(true);
    expect(body.data).toEqual(withoutPersons);
    expect(body.errors).toMatchObject([{ path: ['me'], extensions: { code: 'AUDIT_UNAVAILABLE' } }]);
    expect(text).not.toContain('Name of');
  });

  it('does not leave in a later part either', async () => {
    let outcomes = 0;
    gateway.failWith({
      refuses(bodies) {
        outcomes += bodies.filter((body) => body.includes('"phase":"outcome"')).length;
        return outcomes > 1;
      },
    });
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await gateway.issuer.token({ sub: 'clerk-7' })}`,
        'content-type': 'application/json',
        accept: 'multipart/mixed;deferSpec=20220824, application/json',
      },
      body: JSON.stringify({ query: '{ me { name ... @defer { files { title } } } }' }),
    });
    const text = await response.text();
    expect(text).toContain('Name of p1');
    expect(text).not.toContain('A file');
    expect(text).toContain('AUDIT_UNAVAILABLE');
    expect(text).toMatch(/"hasNext":false\}\r\n-----\r\n$/);
  });
});

describe('a gateway whose log is away', () => {
  it('is not ready after five seconds, and within five seconds of its return it answers and is ready', async () => {
    gateway.failWith(LOG_DOWN);
    await ask(personal);
    const ready = async () => (await gateway.send('/health/ready')).status;
    expect(await ready()).toBe(200);
    const failedAt = performance.now();
    await until(async () => (await ready()) === 503);
    expect(performance.now() - failedAt).toBeGreaterThan(3_500);
    const { text } = await gateway.send('/health/ready');
    expect(text).toContain('the access log cannot be written');
    gateway.failWith(null);
    const backAt = performance.now();
    await until(async () => (await ask(personal)).body.data.me !== null);
    await until(async () => (await ready()) === 200);
    expect(performance.now() - backAt).toBeLessThan(5_000);
  }, 20_000);
});
