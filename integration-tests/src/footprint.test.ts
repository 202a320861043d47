import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { processNames } from '@tongban/local';
import { testGraph } from './client.ts';

/** Resident memory of a process in MiB, as Linux accounts it. */
function residentMiB(pid: number): number {
  const line = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Number(line?.[1]) / 1024;
}

describe('the graph on one machine', () => {
  it('is eleven processes that stay under 2 GiB together', async () => {
    const pids = (await (await fetch(`${testGraph().controlUrl}/pids`)).json()) as number[];
    expect(pids).toHaveLength(processNames.length);
    const total = pids.map(residentMiB).reduce((sum, one) => sum + one, 0);
    expect(total).toBeGreaterThan(200);
    expect(total).toBeLessThan(2048);
  });

  it('is ready 60 s after the start at most, seeding included', () => {
    expect(testGraph().readyAfterMs).toBeLessThan(60_000);
  });
});
