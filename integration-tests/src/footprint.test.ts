import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { processNames } from '@tongban/local';
import { testGraph } from './client.ts';

/**
 * Memory of a process in MiB: its own, and its share of what it has in common with others. The program of Node alone is
 * 45 MiB, which twelve processes have once.
 */
function proportionalMiB(pid: number): number {
  const line = /^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

describe('the graph on one machine', () => {
  it('is twelve processes that stay under 2 GiB together', async () => {
    const pids = (await (await fetch(`${testGraph().controlUrl}/pids`)).json()) as number[];
    expect(pids).toHaveLength(processNames.length);
    const total = pids.map(proportionalMiB).reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThan(200);
    expect(total).toBeLessThan(2048);
  });

  it('is ready 60 s after the start at most, seeding included', () => {
    expect(testGraph().readyAfterMs).toBeLessThan(60_000);
  });
});
