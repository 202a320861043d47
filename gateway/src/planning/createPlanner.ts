import type { Logger } from 'pino';
import { requestError } from '../errors/requestError.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { fromApolloPlan } from './apollo/fromApolloPlan.ts';
import type { ThreadPlanner } from './apollo/threadPlanner.ts';
import { createHivePlanner } from './hive/hivePlanner.ts';
import type { PlannedOperation, Planner } from './planner.ts';
import type { PlannerName } from './plannerName.ts';
import type { QueryPlan } from './queryPlan.ts';

export interface PlannerOptions {
  readonly name: PlannerName;
  readonly supergraphSdl: string;
  readonly apollo: ThreadPlanner;
  /** Milliseconds one plan may take. */
  readonly timeoutMs: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * The planner that PLANNER names. `auto` plans with the Rust planner and, where that one cannot load or fails, with
 * Apollo's. Deferred operations are Apollo's in any case: the Rust planner does not take `@defer` apart (ADR 0010).
 * @throws {Error} when `hive` is asked for and cannot be had.
 */
export async function createPlanner(options: PlannerOptions): Promise<Planner> {
  const { name, apollo, logger, timeoutMs } = options;
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
        return await withinTime(hive.plan(operation), timeoutMs);
      } catch (error) {
        if (name === 'hive' || error instanceof PlanTimeout) throw refusalOf(error);
        logger.debug(
          { queryHash: operation.queryHash, reason: (error as Error).message },
          "planned by Apollo's planner",
        );
        return withApollo(operation);
      }
    },
    close: () => apollo.close(),
  };
}

class PlanTimeout extends Error {
  override readonly name = 'PlanTimeout';
}

function refusalOf(error: unknown): unknown {
  return error instanceof PlanTimeout ? requestError('QUERY_TOO_COMPLEX') : error;
}

async function withinTime(plan: Promise<QueryPlan>, timeoutMs: number): Promise<QueryPlan> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new PlanTimeout()), timeoutMs);
  });
  try {
    return await Promise.race([plan, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
