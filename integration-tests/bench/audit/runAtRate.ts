import { setTimeout as sleep } from 'node:timers/promises';

export interface RateOptions {
  readonly perSecond: number;
  readonly seconds: number;
  /** `due`: when it should have been started, as `performance.now()`. */
  readonly work: (due: number) => Promise<void>;
}

/** Starts work at a steady rate, whether or not what was started before is done; resolves when all is, and says how much failed. */
export async function runAtRate({ perSecond, seconds, work }: RateOptions): Promise<{ refused: number }> {
  const total = Math.max(1, Math.round(perSecond * seconds));
  const started = performance.now();
  const underWay = new Set<Promise<void>>();
  let refused = 0;
  for (let begun = 0; begun < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1_000) * perSecond) + 1);
    for (; begun < due; begun++) {
      const done: Promise<void> = work(started + (begun / perSecond) * 1_000)
        .catch(() => {
          refused += 1;
        })
        .then(() => {
          underWay.delete(done);
        });
      underWay.add(done);
    }
    await sleep(1);
  }
  await Promise.all(underWay);
  return { refused };
}
