import type { QueryPlanner } from '@graphql-hive/router-query-planner';
import type { Metrics } from '../../telemetry/createMetrics.ts';
import type { PlannedOperation, Planner } from '../planner.ts';
import { fromHivePlan } from './fromHivePlan.ts';

/** The Rust planner is not to be had here: no addon for this platform, or it cannot serve this supergraph. */
export class HiveUnavailable extends Error {
  override readonly name = 'HiveUnavailable';
}

/**
 * Plans with the Rust planner, off the event loop. It takes a millisecond where Apollo's takes ten, but it is a native
 * addon that not every platform has, and some operations make it fail; who uses it must know another way then.
 * @throws {HiveUnavailable} with the reason.
 */
export async function createHivePlanner(o: { supergraphSdl: string; metrics: Metrics }): Promise<Planner> {
  const planner = await load(o.supergraphSdl);
  return {
    async plan(operation) {
      const startedAt = performance.now();
      const { source, operationName, overrideLabels } = operation;
      const percentage = percentageOf(overrideLabels, planner.overridePercentages);
      const labels = new Set(overrideLabels.filter((label) => planner.overrideLabels.includes(label)));
      const plan = await planner.planAsync(source, operationName, labels, percentage);
      o.metrics.planDone('made', (performance.now() - startedAt) / 1_000);
      return fromHivePlan(plan);
    },
    close: async () => {},
  };
}

async function load(supergraphSdl: string): Promise<QueryPlanner> {
  try {
    const { QueryPlanner: Native } = await import('@graphql-hive/router-query-planner');
    return new Native(supergraphSdl);
  } catch (error) {
    throw new HiveUnavailable((error as Error).message);
  }
}

/** The addon is told one number and compares; the labels that hold say between which two percentages it lies. */
function percentageOf(labels: PlannedOperation['overrideLabels'], percentages: readonly number[]): number {
  const holding = percentages.filter((percentage) => labels.includes(`percent(${percentage})`));
  return holding.length === 0 ? 100 : Math.max(0, Math.min(...holding) - 1e-9);
}
