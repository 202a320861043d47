import { compareFailures, compareWholeAnswers } from './compareAnswers.ts';
import { composedModels } from './composedModels.ts';
import { findDifference } from './findDifference.ts';
import { type PlantedBug, plantedBugs } from './plantedBugs.ts';
import { profiles } from './profile.ts';
import { spoilContest } from './spoilContest.ts';
import { startContest } from './startContest.ts';
import { createTally } from './tally.ts';

/**
 * Looks for each planted bug with random operations on the same few graphs. By name: how many operations it took, or null
 * when it was not found within `operationsPerGraph` on any of them.
 */
export async function findPlantedBugs(o: {
  readonly firstSeed: number;
  readonly graphs: number;
  readonly operationsPerGraph: number;
}): Promise<Record<string, number | null>> {
  const found: Record<string, number | null> = Object.fromEntries(
    plantedBugs.map(({ name }) => [name, null]),
  );
  const tried: Record<string, number> = {};
  for (const isFailing of [false, true]) {
    const profile = isFailing ? profiles.failing : profiles.plain;
    const bugs = plantedBugs.filter(({ needsFailures = false }) => needsFailures === isFailing);
    for (const composed of composedModels({ first: o.firstSeed, step: 1, count: o.graphs, profile })) {
      const missing = bugs.filter(({ name }) => found[name] === null);
      if (missing.length === 0) break;
      let current: PlantedBug | null = null;
      const contest = await startContest(
        composed,
        [{ executor: 'compiled', planner: 'apollo' }],
        (fetch, serve) => (current?.toFetch ? current.toFetch(fetch, serve) : serve(fetch)),
      );
      for (const bug of missing) {
        current = bug;
        const tally = createTally();
        const difference = await findDifference({
          contest: spoilContest(contest, bug),
          seed: composed.model.seed,
          operations: o.operationsPerGraph,
          compare: isFailing ? compareFailures : compareWholeAnswers,
          tally,
        });
        tried[bug.name] = (tried[bug.name] ?? 0) + tally.operations;
        if (difference !== null) found[bug.name] = tried[bug.name] ?? null;
      }
      await contest.stop();
    }
  }
  return found;
}
