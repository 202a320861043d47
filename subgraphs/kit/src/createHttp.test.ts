import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { createHttp, type HttpOptions } from './createHttp.ts';
import { toUpstreamError } from './toUpstreamError.ts';

const servers: Server[] = [];

/** A server on a free port; answers its base URL. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = (body: unknown): RequestListener => {
  return (_request, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
};

async function codeOf(answer: Promise<unknown>): Promise<string> {
  const failure = await answer.then(
    () => null,
    (error: unknown) => error,
  );
  return failure === null ? 'none' : toUpstreamError('notary', failure).code;
}

describe('the HTTP client for agencies', () => {
  afterEach(async () => {
    const closing = servers.splice(0).map((server) => {
      server.closeAllConnections();
      return new Promise((closed) => server.close(closed));
    });
    await Promise.all(closing);
  });

  async function client(listener: RequestListener, options: Partial<HttpOptions> = {}) {
    return createHttp({ baseUrl: await serve(listener), timeoutMs: 2000, ...options });
  }

  it('reads JSON and sends its headers with every request', async () => {
    const http = await client(
      (request, response) => response.end(JSON.stringify({ key: request.headers['x-api-key'] })),
      {
        headers: { 'x-api-key': 'k' },
      },
    );
    expect((await http.get('/cases')).data).toEqual({ key: 'k' });
  });

  it('does not follow a redirect', async () => {
    let visits = 0;
    const elsewhere = await serve((_request, response) => {
      visits += 1;
      response.end('{}');
    });
    const http = await client((_request, response) => response.writeHead(302, { location: elsewhere }).end());
    expect(await codeOf(http.get('/cases'))).toBe('AGENCY_BAD_RESPONSE');
    expect(visits).toBe(0);
  });

  it('stays at its base, whatever path or base a request names', async () => {
    let visits = 0;
    const elsewhere = await serve((_request, response) => {
      visits += 1;
      response.end('{}');
    });
    const seen: string[] = [];
    const base = await serve((request, response) => {
      seen.push(request.url ?? '');
      response.end('{}');
    });
    const http = createHttp({ baseUrl: `${base}/api`, timeoutMs: 2000 });
    const host = elsewhere.replace('http:', '');
    for (const url of [
      elsewhere,
      host,
      `/${host}`,
      `\\\\${host.slice(2)}`,
      '../admin',
      '/x/../../admin',
      'file:///etc/passwd',
    ]) {
      await expect(http.get(url)).rejects.toThrow('leaves the base URL');
    }
    await expect(http.get('/cases', { baseURL: elsewhere })).rejects.toThrow('leaves the base URL');
    await expect(http.get(elsewhere, { allowAbsoluteUrls: true })).rejects.toThrow('leaves the base URL');
    await http.get('/cases');
    await http.get('cases/1');
    expect(visits).toBe(0);
    expect(seen).toEqual(['/api/cases', '/api/cases/1']);
  });

  it('ignores proxies of the environment', async () => {
    let proxied = 0;
    const proxy = await serve((_request, response) => {
      proxied += 1;
      response.end('{}');
    });
    const env = jest.replaceProperty(process, 'env', {
      http_proxy: proxy,
      HTTP_PROXY: proxy,
      no_proxy: '',
      NO_PROXY: '',
    });
    try {
      const http = await client(json({ direct: true }));
      expect((await http.get('/cases')).data).toEqual({ direct: true });
    } finally {
      env.restore();
    }
    expect(proxied).toBe(0);
  });

  it('cuts an answer that is too large, also when it only swells on unpacking', async () => {
    const maxBodyBytes = 64 * 1024;
    const large = await client(json('x'.repeat(maxBodyBytes)), { maxBodyBytes });
    expect(await codeOf(large.get('/'))).toBe('AGENCY_BAD_RESPONSE');
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(maxBodyBytes);
    const packed = await client(
      (_request, response) => response.setHeader('content-encoding', 'gzip').end(bomb),
      { maxBodyBytes, responseType: 'arraybuffer' },
    );
    const before = process.memoryUsage().rss;
    expect(await codeOf(packed.get('/'))).toBe('AGENCY_BAD_RESPONSE');
    expect(process.memoryUsage().rss - before).toBeLessThan(40 * 1024 * 1024);
  });

  it('cuts an endless answer', async () => {
    const http = await client(
      (_request, response) => {
        const feed = () => {
          while (!response.destroyed && response.write('x'.repeat(16_384)));
        };
        response.on('drain', feed);
        feed();
      },
      { maxBodyBytes: 128 * 1024, responseType: 'text' },
    );
    expect(await codeOf(http.get('/'))).toBe('AGENCY_BAD_RESPONSE');
  });

  it('refuses to send a request body that is too large', async () => {
    const http = await client(json({}), { maxBodyBytes: 1024 });
    await expect(http.post('/', 'x'.repeat(2048))).rejects.toThrow('maxBodyLength');
  });

  it('gives up on silence, and on a drip that never ends', async () => {
    const silent = await client(() => undefined, { timeoutMs: 100 });
    expect(await codeOf(silent.get('/'))).toBe('AGENCY_TIMEOUT');
    const dripping = await client(
      (_request, response) => {
        const drip = setInterval(() => response.write(' '), 30);
        response.on('close', () => clearInterval(drip));
      },
      { timeoutMs: 200 },
    );
    const started = performance.now();
    expect(await codeOf(dripping.get('/'))).toBe('AGENCY_TIMEOUT');
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('stops when the caller has gone', async () => {
    const controller = new AbortController();
    const http = await client(() => controller.abort());
    await expect(http.get('/', { signal: controller.signal })).rejects.toMatchObject({
      code: 'ERR_CANCELED',
    });
    await expect(http.get('/', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'ERR_CANCELED',
    });
  });

  it('uses a connection again, and opens no more than it may', async () => {
    let open = 0;
    let most = 0;
    const base = await serve((_request, response) => setTimeout(() => response.end('{}'), 10));
    servers.at(-1)?.on('connection', (socket) => {
      open += 1;
      most = Math.max(most, open);
      socket.on('close', () => {
        open -= 1;
      });
    });
    const http = createHttp({ baseUrl: base, timeoutMs: 2000, maxSockets: 2 });
    await Promise.all(Array.from({ length: 6 }, () => http.get('/')));
    await http.get('/');
    expect(most).toBe(2);
  });

  it('does not take a login page, broken JSON or half an answer for data', async () => {
    const page = await client((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<html>login</html>'),
    );
    expect(await codeOf(page.get('/'))).toBe('AGENCY_BAD_RESPONSE');
    const half = await client((_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{"cases":');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await codeOf(half.get('/'))).toBe('AGENCY_BAD_RESPONSE');
  });

  it('reports nobody listening as unavailable', async () => {
    const base = await serve(json({}));
    await new Promise((closed) => servers.pop()?.close(closed));
    expect(await codeOf(createHttp({ baseUrl: base, timeoutMs: 500 }).get('/'))).toBe('AGENCY_UNAVAILABLE');
  });

  it('speaks HTTP and nothing else', () => {
    expect(() => createHttp({ baseUrl: 'file:///etc', timeoutMs: 1 })).toThrow('http: or https:');
  });
});
