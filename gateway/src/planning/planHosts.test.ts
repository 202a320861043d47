import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, it } from '@jest/globals';
import type { PlanHost } from './planHost.ts';
import { createPlanHosts, type PlanHosts } from './planHosts.ts';

const OVERLOADED = { extensions: { code: 'OVERLOADED', retryAfterSeconds: 1, http: { status: 503 } } };

let hosts: PlanHosts | null = null;
afterEach(() => hosts?.close());

/** Hosts that are started in `startMs` and make no plans. */
function create(o: { max: number; waitMs: number; startMs?: number }): PlanHosts {
  const start = async (): Promise<PlanHost> => {
    await delay(o.startMs ?? 0);
    return { apiSdl: '', plan: async () => '', isAlive: () => true, stop: async () => undefined };
  };
  hosts = createPlanHosts({ start, max: o.max, idleMs: null, waitMs: o.waitMs });
  return hosts;
}

it('gives a host back to who waits for it first', async () => {
  const { take, release } = create({ max: 1, waitMs: 60_000 });
  const first = await take();
  const order: string[] = [];
  const second = take().then((host) => {
    order.push('second');
    release(host);
  });
  const third = take().then((host) => {
    order.push('third');
    release(host);
  });
  release(first);
  await Promise.all([second, third]);
  expect(order).toEqual(['second', 'third']);
});

it('lets nobody wait longer than a plan may take', async () => {
  const { take, release } = create({ max: 1, waitMs: 30 });
  const host = await take();
  await expect(take()).rejects.toMatchObject(OVERLOADED);
  release(host);
  expect(await take()).toBe(host);
});

it('lets no more than 64 wait', async () => {
  const { take, release } = create({ max: 1, waitMs: 60_000 });
  const host = await take();
  const waiting = Array.from({ length: 64 }, async () => release(await take()));
  await expect(take()).rejects.toMatchObject(OVERLOADED);
  release(host);
  await Promise.all(waiting);
});

it('does not count the time that a host takes to start', async () => {
  const { take } = create({ max: 1, waitMs: 20, startMs: 200 });
  expect((await take()).isAlive()).toBe(true);
});
