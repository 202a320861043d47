import { expect, it, jest } from '@jest/globals';
import { findPlantedBugs } from '../testing/differential/findPlantedBugs.ts';
import type { ProfileName } from '../testing/differential/profile.ts';
import { runInProcesses } from '../testing/differential/runInProcesses.ts';
import type { Contestant } from '../testing/differential/startContestant.ts';
import type { Tally } from '../testing/differential/tally.ts';

/**
 * How much is tried in CI: 10,000 operations. A failure names the profile and the seed of its graph: with that seed as
 * `firstSeed` and `graphs: 1` it happens again. Other seeds are other graphs and operations.
 */
const RUN = {
  plain: { firstSeed: 1, graphs: 30, operationsPerGraph: 200 },
  failing: { firstSeed: 1, graphs: 4, operationsPerGraph: 250 },
  failingRequirements: { firstSeed: 1, graphs: 4, operationsPerGraph: 250 },
  losing: { firstSeed: 1, graphs: 4, operationsPerGraph: 250 },
  hiding: { firstSeed: 1, graphs: 4, operationsPerGraph: 250 },
  /** Apollo's executor is slow, and what it gets wrong is known. */
  reference: { firstSeed: 1, graphs: 6, operationsPerGraph: 50 },
  plantedBugs: { firstSeed: 1, graphs: 8, operationsPerGraph: 100 },
};

jest.setTimeout(600_000);

/** Apollo's planner takes most of the time: it plans every other operation, and not the largest, which can take seconds. */
const compiled: readonly Contestant[] = [
  { executor: 'compiled', planner: 'hive' },
  { executor: 'compiled', planner: 'apollo', every: 2, maxSelections: 40 },
];

async function contest(
  profile: ProfileName,
  run: (typeof RUN)['plain'],
  contestants = compiled,
): Promise<Tally> {
  const { differences, tally } = await runInProcesses({ ...run, profile, contestants });
  expect(differences.join('\n\n')).toBe('');
  expect(tally.operations).toBe(run.graphs * run.operationsPerGraph);
  return tally;
}

it('answers random operations on random graphs as one server for all of it would', async () => {
  const { refused, answers } = await contest('plain', RUN.plain);
  for (const refusal of Object.keys(refused))
    expect(refusal).toMatch(/: (PLANNING_FAILED|QUERY_TOO_COMPLEX)$/);
  // Neither planner can plan everything.
  expect(Object.values(refused).reduce((sum, times) => sum + times, 0) / answers).toBeLessThan(0.1);
});

it('keeps what can be kept when fields fail, with an error at each place that is missing', async () => {
  await contest('failing', RUN.failing);
  await contest('failingRequirements', RUN.failingRequirements);
});

it('answers null with an error for what a fetch that went wrong should have brought, and all else as ever', async () => {
  await contest('losing', RUN.losing);
});

it('shows nothing of an entity that its subgraph does not know, and no error', async () => {
  await contest('hiding', RUN.hiding);
});

it('agrees with the reference executor, but for what that one is known to do wrong', async () => {
  await contest('plain', RUN.reference, [{ executor: 'reference', planner: 'apollo', maxSelections: 40 }]);
});

it('would notice if the executor did something wrong', async () => {
  const found = await findPlantedBugs(RUN.plantedBugs);
  expect(Object.keys(found).length).toBeGreaterThanOrEqual(10);
  expect(Object.entries(found).filter(([, operations]) => operations === null)).toEqual([]);
});
