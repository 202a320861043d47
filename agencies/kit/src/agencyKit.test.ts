import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { addAccessLog } from './accessLog.ts';
import { createEventFeed, eventFeedMigration } from './eventFeed.ts';
import { addFaultSwitch } from './faultSwitch.ts';
import { createIdempotency, IdempotencyConflict, idempotencyMigration } from './idempotency.ts';
import { inTransaction, openDatabase } from './openDatabase.ts';
import { runSystem } from './runSystem.ts';

const directory = mkdtempSync(join(tmpdir(), 'agency-kit-'));
afterAll(() => rmSync(directory, { recursive: true }));

describe('a database of an agency system', () => {
  const tables = ['CREATE TABLE a (x INTEGER NOT NULL)', 'ALTER TABLE a ADD COLUMN y TEXT'];

  it('runs each migration once, also when it is opened again later', () => {
    const file = join(directory, 'deep', 'a.sqlite');
    const first = openDatabase(file, tables.slice(0, 1));
    first.exec('INSERT INTO a (x) VALUES (1)');
    first.close();
    const second = openDatabase(file, tables);
    expect(
      second
        .prepare('SELECT x, y FROM a')
        .all()
        .map((row) => ({ ...row })),
    ).toEqual([{ x: 1, y: null }]);
    second.close();
  });

  it('keeps nothing of a transaction that fails', () => {
    const database = openDatabase(':memory:', tables);
    const attempt = () =>
      inTransaction(database, () => {
        database.exec('INSERT INTO a (x) VALUES (1)');
        database.exec('INSERT INTO a (x) VALUES (NULL)');
      });
    expect(attempt).toThrow(/NOT NULL/);
    expect(database.prepare('SELECT count(*) AS n FROM a').get()).toMatchObject({ n: 0 });
  });
});

describe('the change feed', () => {
  it('gives what came after a cursor, in order, and the same again when asked again', () => {
    const feed = createEventFeed(openDatabase(':memory:', [eventFeedMigration]));
    for (const key of ['A', 'B', 'C']) {
      feed.append({
        caseKey: key,
        region: '480101',
        event: 'ACCEPT',
        status: 'ACCEPTED',
        at: '2026-01-05T09:00:00+08:00',
      });
    }
    const all = feed.after(0, 100);
    expect(all.map(({ caseKey }) => caseKey)).toEqual(['A', 'B', 'C']);
    const [first] = all;
    expect(feed.after(first?.cursor ?? 0, 1).map(({ caseKey }) => caseKey)).toEqual(['B']);
    expect(feed.after(first?.cursor ?? 0, 1)).toEqual(feed.after(first?.cursor ?? 0, 1));
  });
});

describe('idempotency keys', () => {
  const answer = { status: 201, body: '{"key":"A"}' };

  it('give the stored answer to a repeated request', () => {
    const keys = createIdempotency(openDatabase(':memory:', [idempotencyMigration]));
    expect(keys.recall('k', 'request')).toBeNull();
    keys.remember('k', 'request', answer);
    expect(keys.recall('k', 'request')).toEqual(answer);
  });

  it('refuse another request under the same key', () => {
    const keys = createIdempotency(openDatabase(':memory:', [idempotencyMigration]));
    keys.remember('k', 'request', answer);
    expect(() => keys.recall('k', 'another request')).toThrow(IdempotencyConflict);
  });
});

describe('the fault switch', () => {
  const served: FastifyInstance[] = [];
  afterAll(() => Promise.all(served.map((app) => app.close())));

  async function serve(): Promise<string> {
    const app = Fastify();
    addFaultSwitch(app);
    addAccessLog(app);
    app.get('/cases', async () => ({ items: [] }));
    served.push(app);
    return app.listen({ host: '127.0.0.1', port: 0 });
  }
  const set = (url: string, fault: object) =>
    fetch(`${url}/__fault`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });

  it('makes a system slow, failing, cut off or malformed, and well again', async () => {
    const url = await serve();
    await set(url, { mode: 'failing' });
    expect((await fetch(`${url}/cases`)).status).toBe(500);
    await set(url, { mode: 'cut-off' });
    await expect(fetch(`${url}/cases`).then((response) => response.text())).rejects.toThrow();
    await set(url, { mode: 'malformed' });
    await expect(fetch(`${url}/cases`).then((response) => response.json())).rejects.toThrow();
    await set(url, { mode: 'slow', delayMs: 300 });
    await expect(fetch(`${url}/cases`, { signal: AbortSignal.timeout(100) })).rejects.toThrow(/timeout/);
    await set(url, { mode: 'none' });
    expect(await (await fetch(`${url}/cases`)).json()).toEqual({ items: [] });
  });

  it('refuses a fault that it does not know', async () => {
    const url = await serve();
    expect((await set(url, { mode: 'melting' })).status).toBe(400);
  });

  it('stands beside a log of who asked, without query strings', async () => {
    const url = await serve();
    await fetch(`${url}/cases?document=480101198503121013`, { headers: { 'x-request-id': 'r-1' } });
    const log = await (await fetch(`${url}/__accesses`)).text();
    expect(JSON.parse(log)).toMatchObject([
      { method: 'GET', route: '/cases', requestId: 'r-1', status: 200 },
    ]);
    expect(log).not.toContain('480101198503121013');
    await fetch(`${url}/__accesses`, { method: 'DELETE' });
    expect(await (await fetch(`${url}/__accesses`)).json()).toEqual([]);
  });
});

describe('a system that cannot have its port', () => {
  it('says which variable moves it', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await expect(runSystem(Fastify(), { name: 'notary system', host: '127.0.0.1', port })).rejects.toThrow(
      `notary system: port ${port} is in use; set PORT to a free one`,
    );
    other.close();
  });
});
