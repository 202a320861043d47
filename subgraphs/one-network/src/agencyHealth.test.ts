import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createAgencyHealth } from './agencyHealth.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** The address of a server that answers like this. */
async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/health/ready`;
}

describe('the health of the agencies', () => {
  it('tells who answers, all asked at once, and never waits longer than a second', async () => {
    const urls = new Map([
      ['ready', await listen((_request, response) => response.end('{}'))],
      ['draining', await listen((_request, response) => response.writeHead(503).end())],
      ['moved', await listen((_request, response) => response.writeHead(302, { location: '/' }).end())],
      ['silent', await listen(() => undefined)],
      ['also silent', await listen(() => undefined)],
      ['gone', 'http://127.0.0.1:1/health/ready'],
    ]);
    const start = performance.now();
    const answers = await createAgencyHealth(urls, () => new Date('2026-11-23T02:00:00Z')).check();
    expect(performance.now() - start).toBeLessThan(1_900);
    expect([...answers].map(([name, { answering }]) => [name, answering])).toEqual([
      ['ready', true],
      ['draining', false],
      ['moved', false],
      ['silent', false],
      ['also silent', false],
      ['gone', false],
    ]);
    expect(answers.get('ready')?.checkedAt).toBe('2026-11-23T10:00:00+08:00');
  });

  it('asks once for everybody who wants to know within two seconds', async () => {
    let asked = 0;
    let seconds = 0;
    const url = await listen((_request, response) => {
      asked += 1;
      response.end();
    });
    const health = createAgencyHealth(new Map([['a', url]]), () => new Date(seconds * 1_000));
    await Promise.all([health.check(), health.check()]);
    seconds = 1.9;
    await health.check();
    expect(asked).toBe(1);
    seconds = 2;
    await health.check();
    expect(asked).toBe(2);
  });
});
