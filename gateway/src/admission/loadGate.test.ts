import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { startTestIssuer, type TestIssuer } from '../identity/startTestIssuer.ts';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway, testAdmission } from '../testing/startTestGateway.ts';
import { until } from '../testing/until.ts';
import { createLoadGate } from './loadGate.ts';

// Processes and threads start slowly on a machine that has other things to do.
jest.setTimeout(30_000);

let library: Library;
let issuer: TestIssuer;
let gateway: TestGateway;
beforeAll(async () => {
  library = await startLibrary();
  issuer = await startTestIssuer();
  gateway = await startTestGateway(library.supergraph, {
    identity: issuer.identity,
    // What is held back is not to be given up meanwhile, however busy the machine is.
    subgraphTimeoutMs: 20_000,
    requestTimeoutMs: 20_000,
    admission: testAdmission({ load: { maxInFlight: 2, maxEventLoopDelayMs: null }, maxConnections: 20 }),
  });
});
afterEach(() => library.reset());
afterAll(async () => {
  await gateway.stop();
  await issuer.stop();
  await library.stop();
});

const ask = async (query: string) =>
  gateway.ask(query, { headers: { authorization: `Bearer ${await issuer.token()}` } });

describe('while as many requests as allowed are being answered', () => {
  it('others are turned away before their token or body is looked at, and health is not', async () => {
    const held: (() => void)[] = [];
    library.books.spoil((_request, _response, serve) => held.push(serve));
    library.films.spoil((_request, _response, serve) => held.push(serve));
    // Two questions: equal ones would be asked once.
    const inFlight = [ask('{ books { id } }'), ask('{ films { id } }')];
    await until(() => held.length === 2);
    const fetched = issuer.fetches();

    for (const headers of [{}, { authorization: 'Bearer not.a.token' }]) {
      const {
        status,
        headers: answered,
        body,
      } = await gateway.send('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{ broken',
      });
      expect([status, answered.get('retry-after')]).toEqual([503, '1']);
      expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'OVERLOADED', retryAfterSeconds: 1 });
    }
    expect(issuer.fetches()).toBe(fetched);
    expect((await gateway.send('/health/live')).status).toBe(200);
    expect((await gateway.send('/health/ready')).status).toBe(200);
    const metrics = (await gateway.send('/metrics')).text;
    expect(metrics).toContain('gateway_requests_in_flight 2');
    expect(metrics).toContain('gateway_request_seconds_count{outcome="shed"} 2');
    expect(metrics).not.toContain('outcome="failed"');
    expect(gateway.log.filter((line) => line.includes('503'))).toEqual([]);

    for (const serve of held) serve();
    for (const { status } of await Promise.all(inFlight)) expect(status).toBe(200);
    expect((await ask('{ motto }')).body.data).toEqual({ motto: 'read' });
  });
});

describe('connections over the limit', () => {
  it('are not taken, and those that are open go on', async () => {
    const { port } = new URL(gateway.url);
    const sockets = Array.from({ length: 30 }, () => connect(Number(port), '127.0.0.1'));
    let dropped = 0;
    for (const socket of sockets) socket.on('error', () => undefined).on('close', () => (dropped += 1));
    await until(() => dropped >= 10);
    const answered = await Promise.all(
      sockets
        .filter((socket) => !socket.destroyed)
        .slice(0, 1)
        .map(async (socket) => {
          socket.write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
          const [chunk] = (await once(socket, 'data')) as [Buffer];
          return chunk.toString();
        }),
    );
    expect(answered[0]).toMatch(/^HTTP\/1\.1 200/);
    for (const socket of sockets) socket.destroy();
  });
});

describe('an event loop that is late all the time', () => {
  it('turns requests away until it has time again; one long stop does not', async () => {
    const gate = createLoadGate({ maxInFlight: null, maxEventLoopDelayMs: 500 });
    const isOpen = () => {
      try {
        gate.admit(1);
        return true;
      } catch (error) {
        expect(error).toMatchObject({ extensions: { code: 'OVERLOADED' } });
        return false;
      }
    };
    const block = (milliseconds: number) => {
      const end = performance.now() + milliseconds;
      while (performance.now() < end);
    };
    try {
      await delay(1_200);
      block(1_500);
      for (let tenth = 0; tenth < 12; tenth += 1) {
        await delay(100);
        expect(isOpen()).toBe(true);
      }
      await until(() => {
        block(800);
        return !isOpen();
      });
      await until(isOpen);
    } finally {
      gate.close();
    }
  });
});
