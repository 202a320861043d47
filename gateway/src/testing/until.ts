import { setTimeout as delay } from 'node:timers/promises';

const LIMIT_MS = 20_000;

/** Waits for what comes about by itself; a test that would wait for ever fails instead. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const startedAt = performance.now();
  while (!(await isTrue())) {
    if (performance.now() - startedAt > LIMIT_MS) throw new Error('what was waited for did not come about');
    await delay(10);
  }
}
