import {
  type CompareAnswers,
  compareFailures,
  compareLosses,
  compareWholeAnswers,
} from './compareAnswers.ts';
import { composedModels } from './composedModels.ts';
import { faultyAnswers } from './faults.ts';
import { findDifference } from './findDifference.ts';
import { type Profile, type ProfileName, profiles } from './profile.ts';
import { startContest } from './startContest.ts';
import type { Contestant } from './startContestant.ts';
import { createTally, type Tally } from './tally.ts';

/** Graphs to try, and how. */
export interface ContestJob {
  readonly profile: ProfileName;
  readonly firstSeed: number;
  /** From one seed to the next. */
  readonly step: number;
  readonly graphs: number;
  readonly operationsPerGraph: number;
  readonly contestants: readonly Contestant[];
}

export interface ContestResult {
  /** For a reader: which graph, which operation, what was answered and what should have been. At most one a graph. */
  readonly differences: readonly string[];
  readonly tally: Tally;
}

export async function runContests(job: ContestJob): Promise<ContestResult> {
  const { firstSeed: first, step, graphs, operationsPerGraph: operations, contestants } = job;
  const profile = profiles[job.profile];
  const compare = comparisonFor(profile);
  const tally = createTally();
  const differences: string[] = [];
  for (const composed of composedModels({ first, step, count: graphs, profile })) {
    const { seed } = composed.model;
    const contest = await startContest(composed, contestants, profile.hasFaults ? faultyAnswers : undefined);
    const found = await findDifference({ contest, seed, operations, compare, tally });
    await contest.stop();
    if (found === null) continue;
    const { operation, contestant, report } = found;
    differences.push(
      `${job.profile} graph of seed ${seed}, ${contestant}\n${operation.text}\n${JSON.stringify(operation.variables)}\n${report}`,
    );
  }
  return { differences, tally };
}

function comparisonFor({ hasErrors, hasFaults }: Profile): CompareAnswers {
  if (hasFaults) return compareLosses;
  return hasErrors ? compareFailures : compareWholeAnswers;
}
