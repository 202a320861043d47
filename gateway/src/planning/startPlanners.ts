import type { Logger } from 'pino';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { createThreadPlanner, type ThreadPlanner } from './apollo/threadPlanner.ts';
import { createHivePlanner, type HivePlanner } from './hive/hivePlanner.ts';
import type { PlannerName } from './plannerName.ts';

export interface StartPlannersOptions {
  readonly name: PlannerName;
  readonly supergraphSdl: string;
  readonly hasContextArguments: boolean;
  readonly timeoutMs: number;
  readonly maxThreads: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * Most ways that Apollo's planner may hold open for one field. Without a limit a query of 138 bytes that goes round a
 * shareable field keeps it busy for minutes; see the README for what was measured.
 */
const PATHS_LIMIT = 50;
/** Milliseconds after which a thread of Apollo's planner is ended that only helps the other planner out. */
const IDLE_MS = 10_000;

/**
 * Starts Apollo's planner, which also knows the schema that clients see, and beside it the Rust planner where it is wanted
 * and can be had. When one of them must be there and is not, nothing is left running.
 * @throws {Error} when the supergraph cannot be planned on, or `hive` is asked for and cannot be had.
 */
export async function startPlanners(
  options: StartPlannersOptions,
): Promise<{ readonly apollo: ThreadPlanner; readonly hive: HivePlanner | null }> {
  const { name } = options;
  const idleMs = name === 'apollo' ? null : IDLE_MS;
  const [apollo, hive] = await Promise.allSettled([
    createThreadPlanner({ ...options, pathsLimit: PATHS_LIMIT, idleMs }),
    name === 'apollo' ? null : startHive(options),
  ]);
  if (apollo.status === 'fulfilled' && hive.status === 'fulfilled') {
    return { apollo: apollo.value, hive: hive.value };
  }
  const started = [apollo, hive].flatMap((outcome) =>
    outcome.status === 'fulfilled' ? [outcome.value] : [],
  );
  await Promise.all(started.map((planner) => planner?.close()));
  throw apollo.status === 'rejected' ? apollo.reason : (hive as PromiseRejectedResult).reason;
}

async function startHive(options: StartPlannersOptions): Promise<HivePlanner | null> {
  const { name, hasContextArguments, maxThreads, logger } = options;
  try {
    if (hasContextArguments) throw new Error('it does not fill in arguments from the context');
    return await createHivePlanner({ ...options, maxProcesses: Math.max(maxThreads, 1) });
  } catch (error) {
    const reason = (error as Error).message;
    if (name === 'hive') throw new Error(`PLANNER=hive cannot be used here: ${reason}`);
    logger.warn({ reason }, "the Rust planner cannot be used here; Apollo's makes all plans");
    return null;
  }
}
