import type { Logger } from 'pino';
import { requestError } from '../errors/requestError.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { fromApolloPlan } from './apollo/fromApolloPlan.ts';
import type { ThreadPlanner } from './apollo/threadPlanner.ts';
import { createHivePlanner, HiveFailed } from './hive/hivePlanner.ts';
import type { PlannedOperation, Planner } from './planner.ts';
import type { PlannerName } from './plannerName.ts';

export interface PlannerOptions {
  readonly name: PlannerName;
  readonly supergraphSdl: string;
  readonly apollo: ThreadPlanner;
  /** Milliseconds one plan may take. */
  readonly timeoutMs: number;
  /** Plans made at the same time. */
  readonly maxProcesses: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * The planner that PLANNER names. `auto` plans with the Rust planner and, where that one cannot be had or fails, with
 * Apollo's. Deferred operations are Apollo's in any case: the Rust planner does not take `@defer` apart (ADR 0010).
 * @throws {Error} when `hive` is asked for and cannot be had.
 */
export async function createPlanner(options: PlannerOptions): Promise<Planner> {
  const { name, apollo, logger } = options;
  const withApollo = async (operation: PlannedOperation) => fromApolloPlan(await apollo.plan(operation));
  const hive =
    name === 'apollo'
      ? null
      : await createHivePlanner(options).catch((error: Error) => {
          if (name === 'hive') throw new Error(`PLANNER=hive cannot be used here: ${error.message}`);
          logger.warn(
            { reason: error.message },
            "the Rust planner cannot be used here; Apollo's makes all plans",
          );
          return null;
        });
  return {
    async plan(operation) {
      if (hive === null || operation.defers) return withApollo(operation);
      try {
        return await hive.plan(operation);
      } catch (error) {
        if (error instanceof HiveFailed && error.isTimeout) throw requestError('QUERY_TOO_COMPLEX');
        if (name === 'hive') throw error;
        logger.debug(
          { queryHash: operation.queryHash, reason: (error as Error).message },
          "planned by Apollo's planner",
        );
        return withApollo(operation);
      }
    },
    async close() {
      await Promise.all([apollo.close(), hive?.close()]);
    },
  };
}
