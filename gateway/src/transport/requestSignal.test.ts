import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createRequestSignal } from './requestSignal.ts';

let server: Server;
let port: number;
beforeEach(async () => {
  server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** A client's connection, and the response that the server is to write to it. */
async function open() {
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'));
  const [, response] = (await once(server, 'request')) as [unknown, ServerResponse];
  return { socket, response };
}

describe('the signal of a request', () => {
  it('says that the time is over', async () => {
    const signal = createRequestSignal((await open()).response, 20);
    await once(signal, 'abort');
    expect(signal.reason.name).toBe('TimeoutError');
  });

  it('says that the client has gone', async () => {
    const { socket, response } = await open();
    const signal = createRequestSignal(response, 5_000);
    socket.destroy();
    await once(signal, 'abort');
    expect(signal.reason.name).toBe('AbortError');
  });

  it('is aborted from the start when the client has gone before', async () => {
    const { socket, response } = await open();
    socket.destroy();
    await once(response, 'close');
    expect(createRequestSignal(response, 5_000)).toMatchObject({
      aborted: true,
      reason: { name: 'AbortError' },
    });
  });

  it('stays silent once the answer has left, on a connection that stays and on one that goes', async () => {
    const { socket, response } = await open();
    const signal = createRequestSignal(response, 30);
    response.end('done');
    await once(socket, 'data');
    await wait(60);
    socket.destroy();
    await wait(20);
    expect(signal.aborted).toBe(false);
  });
});
