import { writeSync } from 'node:fs';
import { type ContestJob, runContests } from './runContests.ts';

/** A process that runs one job, given as JSON in its first argument, and writes the result as JSON. */
const result = await runContests(JSON.parse(process.argv[2] ?? '') as ContestJob);
writeSync(1, JSON.stringify(result));
process.exit(0);
