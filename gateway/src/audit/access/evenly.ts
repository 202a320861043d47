import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Does work whose time tells of persons who are not in the answer: who is looked at for the first time needs a key, and one who does not
 * exist needs none. It is done 10, 20, 40 … ms after it began, whichever is next (predictive mitigation: Askarov, Zhang, Myers, CCS 2010),
 * and fails at once where it fails.
 */
export async function evenly<Result>(firstTickMs: number, work: () => Promise<Result>): Promise<Result> {
  const startedAt = performance.now();
  const result = await work();
  if (firstTickMs === 0) return result;
  let tick = firstTickMs;
  while (startedAt + tick <= performance.now()) tick *= 2;
  // Timers fire on whole milliseconds: without the fraction, where on that grid would tell of the work before.
  const until = startedAt + tick + Math.random();
  for (let left = until - performance.now(); left > 0; left = until - performance.now()) {
    await sleep(Math.ceil(left));
  }
  return result;
}
