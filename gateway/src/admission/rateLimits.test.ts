import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestIssuer, type TestIssuer } from '../identity/startTestIssuer.ts';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway, testAdmission } from '../testing/startTestGateway.ts';
import { until } from '../testing/until.ts';
import type { AdmissionConfig } from './admissionConfig.ts';
import type { Rates } from './rateLimits.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

const NONE: Rates = { perPerson: null, perOrganization: null, perAddress: null, badTokensPerAddress: null };
const REDIS_PORT = 6379;

let library: Library;
let issuer: TestIssuer;
const running: TestGateway[] = [];
beforeAll(async () => {
  library = await startLibrary();
  issuer = await startTestIssuer();
});
afterEach(async () => {
  for (const gateway of running.splice(0)) await gateway.stop();
  library.reset();
});
afterAll(async () => {
  await issuer.stop();
  await library.stop();
});

async function start(rates: Partial<Rates>, changes: Partial<AdmissionConfig> = {}): Promise<TestGateway> {
  const gateway = await startTestGateway(library.supergraph, {
    identity: issuer.identity,
    admission: testAdmission({ rates: { ...NONE, ...rates }, ...changes }),
  });
  running.push(gateway);
  return gateway;
}

const ask = async (gateway: TestGateway, claims: object, headers: Record<string, string> = {}) =>
  gateway.ask('{ motto }', {
    headers: { authorization: `Bearer ${await issuer.token({ ...claims })}`, ...headers },
  });
const statuses = async (count: number, one: () => Promise<{ status: number }>) => {
  const seen: number[] = [];
  for (let index = 0; index < count; index += 1) seen.push((await one()).status);
  return seen;
};

describe('whoever asks too often', () => {
  it('is told when to come back, before anything is fetched', async () => {
    const gateway = await start({ perPerson: 2 });
    await statuses(2, () => ask(gateway, { sub: 'a' }));
    library.reset();
    const { status, headers, body } = await ask(gateway, { sub: 'a' });
    expect(status).toBe(429);
    const seconds = Number(headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: seconds });
    expect(library.hub.received).toEqual([]);
  });

  it('is one person, whatever the token, and no other', async () => {
    const gateway = await start({ perPerson: 2 });
    expect(await statuses(3, () => ask(gateway, { sub: 'a', jti: randomUUID() }))).toEqual([200, 200, 429]);
    expect(await statuses(2, () => ask(gateway, { sub: 'b' }))).toEqual([200, 200]);
  });

  it('is an organization, by all of its persons', async () => {
    const gateway = await start({ perOrganization: 2 });
    expect((await ask(gateway, { sub: 'a', org: 'x' })).status).toBe(200);
    expect((await ask(gateway, { sub: 'b', org: 'x' })).status).toBe(200);
    expect((await ask(gateway, { sub: 'c', org: 'x' })).status).toBe(429);
    expect((await ask(gateway, { sub: 'c', org: 'y' })).status).toBe(200);
    expect(await statuses(3, () => ask(gateway, { sub: 'd' }))).toEqual([200, 200, 200]);
  });

  it('is an address, before it is known who asks', async () => {
    const gateway = await start({ perAddress: 2 });
    expect(await statuses(3, () => gateway.ask('{ motto }'))).toEqual([401, 401, 429]);
    expect((await ask(gateway, {})).status).toBe(429);
    expect((await gateway.send('/health/ready')).status).toBe(200);
  });

  it('cannot take another address by a header, unless a proxy that is trusted says so', async () => {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const direct = await start({ perAddress: 1 });
    await ask(direct, {}, from('192.0.2.1'));
    expect((await ask(direct, {}, from('192.0.2.2'))).status).toBe(429);
    const behind = await start({ perAddress: 1 }, { trustedProxies: ['127.0.0.1'] });
    expect((await ask(behind, {}, from('192.0.2.1'))).status).toBe(200);
    expect((await ask(behind, {}, from('192.0.2.1'))).status).toBe(429);
    expect((await ask(behind, {}, from('192.0.2.2'))).status).toBe(200);
    // What a client claims stands left of what the proxy saw.
    expect((await ask(behind, {}, from('192.0.2.9, 192.0.2.1'))).status).toBe(429);
    expect((await ask(behind, {}, from('2001:db8:1:2::1'))).status).toBe(200);
    expect((await ask(behind, {}, from('2001:db8:1:2:ffff::9'))).status).toBe(429);
    expect((await ask(behind, {}, from('2001:db8:1:3::1'))).status).toBe(200);
  });
});

describe('an address with too many bad tokens', () => {
  const bad = (gateway: TestGateway) =>
    gateway.ask('{ motto }', { headers: { authorization: 'Bearer not.a.token' } });

  it('is told to wait before it tries another, and the log says so once', async () => {
    const gateway = await start({ badTokensPerAddress: 5 });
    expect(await statuses(7, () => bad(gateway))).toEqual([401, 401, 401, 401, 401, 429, 429]);
    expect(gateway.log.filter((line) => line.includes('too many bad tokens'))).toHaveLength(1);
  });

  it('does not lock out whoever else stands behind it', async () => {
    const gateway = await start({ badTokensPerAddress: 2 });
    expect(await statuses(3, () => bad(gateway))).toEqual([401, 401, 429]);
    expect(await statuses(5, () => ask(gateway, {}))).toEqual([200, 200, 200, 200, 200]);
    // Without a token nobody tries to get in.
    expect(await statuses(5, () => gateway.ask('{ motto }'))).toEqual([401, 401, 401, 401, 401]);
  });
});

const hasRedis = await new Promise<boolean>((resolve) => {
  const socket = connect(REDIS_PORT, '127.0.0.1', () => {
    socket.destroy();
    resolve(true);
  }).on('error', () => resolve(false));
});

/** A way to Redis that can be cut. */
async function startWire(): Promise<{ url: URL; cut(): void; mend(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const listen = (port: number): Server =>
    createServer((client) => {
      const upstream = connect(REDIS_PORT, '127.0.0.1');
      for (const [socket, other] of [
        [client, upstream],
        [upstream, client],
      ] as const) {
        sockets.add(socket);
        socket
          .on('error', () => undefined)
          .on('close', () => {
            sockets.delete(socket);
            other.destroy();
          });
      }
      client.pipe(upstream).pipe(client);
    }).listen(port, '127.0.0.1');
  let server = listen(0);
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: new URL(`redis://127.0.0.1:${port}`),
    cut() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
    async mend() {
      server = listen(port);
      await once(server, 'listening');
    },
  };
}

const nowhere = new URL('redis://127.0.0.1:1');

it('a Redis that is not there leaves each gateway to count for itself, and is logged once', async () => {
  const gateway = await start(
    { perPerson: 2, perAddress: 100, badTokensPerAddress: 5 },
    { redisUrl: nowhere },
  );
  expect(await statuses(3, () => ask(gateway, { sub: 'a' }))).toEqual([200, 200, 429]);
  await delay(500);
  expect(gateway.log.filter((line) => line.includes('Redis does not answer'))).toHaveLength(1);
});

if (hasRedis) {
  describe('with Redis', () => {
    const ready = async (gateway: TestGateway, sub: string) => {
      // Connecting goes on in the background; until then each counts for itself.
      await delay(200);
      return ask(gateway, { sub });
    };

    it('gateways count together, and nothing in it names anybody', async () => {
      const wire = await startWire();
      const sub = `person-${randomUUID()}`;
      const [one, two] = [
        await start({ perPerson: 3 }, { redisUrl: wire.url }),
        await start({ perPerson: 3 }, { redisUrl: wire.url }),
      ];
      expect((await ready(one, `warm-${randomUUID()}`)).status).toBe(200);
      expect((await ready(two, `warm-${randomUUID()}`)).status).toBe(200);
      expect((await ask(one, { sub })).status).toBe(200);
      expect((await ask(two, { sub })).status).toBe(200);
      expect((await ask(one, { sub })).status).toBe(200);
      expect((await ask(two, { sub })).status).toBe(429);
      wire.cut();
    });

    it('a gateway goes on by itself while Redis is away, and with it when it is back', async () => {
      const wire = await startWire();
      const gateway = await start({ perPerson: 2 }, { redisUrl: wire.url });
      await ready(gateway, `warm-${randomUUID()}`);
      wire.cut();
      const away = `person-${randomUUID()}`;
      expect(await statuses(3, () => ask(gateway, { sub: away }))).toEqual([200, 200, 429]);
      await delay(300);
      expect(gateway.log.filter((line) => line.includes('Redis does not answer'))).toHaveLength(1);
      await wire.mend();
      await until(() => gateway.log.some((line) => line.includes('Redis answers again')));
      const back = `person-${randomUUID()}`;
      const other = await start({ perPerson: 2 }, { redisUrl: wire.url });
      await ready(other, `warm-${randomUUID()}`);
      expect(await statuses(2, () => ask(gateway, { sub: back }))).toEqual([200, 200]);
      expect((await ask(other, { sub: back })).status).toBe(429);
      wire.cut();
    });
  });
}
