import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Library, startLibrary } from '../testing/startLibrary.ts';
import { startTestGateway, type TestGateway } from '../testing/startTestGateway.ts';

// Slow clients have 15 seconds.
jest.setTimeout(60_000);

let library: Library;
let gateway: TestGateway;
beforeAll(async () => {
  library = await startLibrary();
  gateway = await startTestGateway(library.supergraph, { production: true });
});
afterEach(() => library.reset());
afterAll(async () => {
  await gateway.stop();
  await library.stop();
});

interface Raw {
  readonly socket: Socket;
  /** All that was answered, once the gateway has closed the connection. */
  readonly closed: Promise<string>;
}

function open(text = ''): Raw {
  const socket = connect(Number(new URL(gateway.url).port), '127.0.0.1', () => socket.write(text, 'latin1'));
  let answer = '';
  const closed = new Promise<string>((resolve) => {
    socket
      .on('data', (chunk) => (answer += chunk))
      .on('error', () => undefined)
      .on('close', () => resolve(answer));
  });
  return { socket, closed };
}

const BODY = '{"query":"{ motto }"}';
const HEAD = 'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const LENGTH = `Content-Length: ${BODY.length}\r\n`;

describe('a message that two readers could read differently', () => {
  it.each([
    ['length and chunks', `${HEAD}${LENGTH}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n`],
    ['chunks and length', `${HEAD}Transfer-Encoding: chunked\r\n${LENGTH}\r\n0\r\n\r\n`],
    ['two lengths', `${HEAD}${LENGTH}Content-Length: 3\r\n\r\n${BODY}`],
    ['one length twice', `${HEAD}${LENGTH}${LENGTH}\r\n${BODY}`],
    ['a list of lengths', `${HEAD}Content-Length: ${BODY.length}, 3\r\n\r\n${BODY}`],
    ['a signed length', `${HEAD}Content-Length: +${BODY.length}\r\n\r\n${BODY}`],
    ['a hexadecimal length', `${HEAD}Content-Length: 0x15\r\n\r\n${BODY}`],
    ['chunks that are not last', `${HEAD}Transfer-Encoding: chunked, gzip\r\n\r\n0\r\n\r\n`],
    ['chunks by another name', `${HEAD}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n`],
    ['a folded header', `${HEAD}X-A: b\r\n c\r\n${LENGTH}\r\n${BODY}`],
    ['a folded length', `${HEAD}Content-Length:\r\n ${BODY.length}\r\n\r\n${BODY}`],
    ['a space before the colon', `${HEAD}Content-Length : ${BODY.length}\r\n\r\n${BODY}`],
    ['NUL in a header', `${HEAD}X-A: b\0c\r\n${LENGTH}\r\n${BODY}`],
    ['NUL in a name', `${HEAD}X\0A: b\r\n${LENGTH}\r\n${BODY}`],
    ['line feeds alone', `${HEAD}${LENGTH}\r\n${BODY}`.replaceAll('\r\n', '\n')],
    ['a carriage return alone', `${HEAD}X-A: b\rX-C: d\r\n${LENGTH}\r\n${BODY}`],
    ['a chunk of no number', `${HEAD}Transfer-Encoding: chunked\r\n\r\nxyz\r\n${BODY}\r\n0\r\n\r\n`],
    [
      'no host',
      `POST /graphql HTTP/1.1\r\nContent-Type: application/json\r\n${LENGTH}Connection: close\r\n\r\n${BODY}`,
    ],
    ['no HTTP', 'GET / HTCPCP/1.0\r\n\r\n'],
  ])('is refused, the connection closed and nothing forwarded: %s', async (_what, text) => {
    const { socket, closed } = open(text);
    let isLeftOpen = false;
    socket.setTimeout(10_000, () => {
      isLeftOpen = true;
      socket.destroy();
    });
    const answer = await closed;
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer.match(/^HTTP\/1\.1 /gm)).toHaveLength(1);
    expect(isLeftOpen).toBe(false);
    expect(library.hub.received).toEqual([]);
  });

  it('is told apart from one that cannot be', async () => {
    const { closed } = open(`${HEAD}${LENGTH}Connection: close\r\n\r\n${BODY}`);
    expect(await closed).toMatch(/^HTTP\/1\.1 200 [\s\S]*\{"data":\{"motto":"read"\}\}/);
  });
});

describe('headers that speak for the gateway, or belong to one connection', () => {
  it('go no further', async () => {
    const forged = [
      'X-Caller-Assertion: forged-1',
      'X-User: forged-2',
      'X-Tongban-Role: forged-3',
      'X-Forwarded-For: forged-4',
      'Connection: close, x-hop',
      'X-Hop: forged-5',
      'Keep-Alive: forged-6',
      'Proxy-Authorization: forged-7',
      'TE: forged-8',
      'Upgrade: forged-9',
    ].join('\r\n');
    const { closed } = open(`${HEAD}${LENGTH}${forged}\r\n\r\n${BODY}`);
    expect(await closed).toMatch(/^HTTP\/1\.1 200 /);
    expect(library.hub.received).toHaveLength(1);
    const headers = library.hub.received[0]?.headers ?? {};
    expect(JSON.stringify(headers)).not.toContain('forged');
    expect(headers).not.toHaveProperty('x-caller-assertion');
  });
});

describe('a client that is slow on purpose', () => {
  it('is cut off, by its headers or its body, and others do not notice', async () => {
    const startedAt = performance.now();
    const drip = ({ socket }: Raw, text: string) =>
      setInterval(() => socket.writable && socket.write(text), 500);
    const byHeaders = Array.from({ length: 50 }, () => open(HEAD));
    const byBody = Array.from({ length: 50 }, () => open(`${HEAD}Content-Length: 100000\r\n\r\n`));
    const drips = [
      ...byHeaders.map((raw, index) => drip(raw, `X-${index}: y\r\n`)),
      ...byBody.map((raw) => drip(raw, ' ')),
    ];
    let areAllCut = false;
    const cut = Promise.all([...byHeaders, ...byBody].map(({ closed }) => closed)).then((answers) => {
      areAllCut = true;
      return answers;
    });
    while (!areAllCut && performance.now() - startedAt < 40_000) {
      expect((await gateway.ask('{ motto }')).body.data).toEqual({ motto: 'read' });
      await delay(250);
    }
    for (const timer of drips) clearInterval(timer);
    expect(areAllCut).toBe(true);
    for (const answer of await cut) expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/);
    // 15 seconds for a request, looked at every second; much more would be the 30 seconds of Node.js.
    expect(performance.now() - startedAt).toBeLessThan(28_000);
  });
});

describe('a body without an end', () => {
  it('is cut off soon after its limit, whatever is still to come', async () => {
    const raw = open(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    await once(raw.socket, 'connect');
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    let sent = 0;
    let isClosed = false;
    const closed = raw.closed.then((answer) => {
      isClosed = true;
      return answer;
    });
    while (!isClosed && sent < 200 * 1024 * 1024) {
      if (raw.socket.writable) {
        sent += chunk.length;
        if (!raw.socket.write(chunk)) await Promise.race([delay(20), closed]);
      } else await delay(5);
    }
    raw.socket.destroy();
    expect(await closed).toMatch(/^HTTP\/1\.1 413 /);
    // What lies in the buffers of both ends is beyond anybody's say.
    expect(raw.socket.bytesWritten).toBeLessThan(20 * 1024 * 1024);
    expect(library.hub.received).toEqual([]);
  });
});
