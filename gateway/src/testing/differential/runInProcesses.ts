import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ContestJob, ContestResult } from './runContests.ts';
import { addTally, createTally } from './tally.ts';

const PROCESSES = 2;
const script = fileURLToPath(new URL('contestProcess.ts', import.meta.url));

/** Runs a job in two processes, half of its graphs in each: Jest itself would use one core. */
export async function runInProcesses(job: Omit<ContestJob, 'step'>): Promise<ContestResult> {
  const results = await Promise.all(
    Array.from({ length: Math.min(PROCESSES, job.graphs) }, async (_, index) => {
      const part: ContestJob = {
        ...job,
        firstSeed: job.firstSeed + index,
        step: PROCESSES,
        graphs: Math.ceil((job.graphs - index) / PROCESSES),
      };
      const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(part)], {
        maxBuffer: 2 ** 28,
      });
      return JSON.parse(stdout) as ContestResult;
    }),
  );
  const tally = createTally();
  for (const result of results) addTally(tally, result.tally);
  return { differences: results.flatMap(({ differences }) => differences), tally };
}
