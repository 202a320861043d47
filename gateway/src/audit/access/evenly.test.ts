import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { evenly } from './evenly.ts';

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await evenly(40, work);
  return performance.now() - startedAt;
}

describe('work that is done evenly', () => {
  it('is done at a tick, however short it was', async () => {
    for (const work of [async () => 1, () => sleep(15)]) {
      const took = await timeOf(work);
      expect(took).toBeGreaterThanOrEqual(40);
    }
  });

  it('is done at a later one where it took longer', async () => {
    expect(await timeOf(() => sleep(55))).toBeGreaterThanOrEqual(80);
  });

  it('gives what it gave, and fails at once', async () => {
    expect(await evenly(0, async () => 'written')).toBe('written');
    const startedAt = performance.now();
    await expect(evenly(60_000, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(performance.now() - startedAt).toBeLessThan(30_000);
  });
});
