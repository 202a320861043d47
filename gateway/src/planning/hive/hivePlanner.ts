import type { QueryPlan as HivePlan } from '@graphql-hive/router-query-planner';
import type { Logger } from 'pino';
import type { Metrics } from '../../telemetry/createMetrics.ts';
import { PlanAborted } from '../planHost.ts';
import { createPlanHosts } from '../planHosts.ts';
import type { PlannedOperation } from '../planner.ts';
import type { QueryPlan } from '../queryPlan.ts';
import { fromHivePlan } from './fromHivePlan.ts';
import { startPlanProcess } from './startPlanProcess.ts';

/** Why the Rust planner made no plan. */
export class HiveFailed extends Error {
  override readonly name = 'HiveFailed';
  readonly isTimeout: boolean;

  constructor(message: string, isTimeout: boolean) {
    super(message);
    this.isTimeout = isTimeout;
  }
}

export interface HivePlanner {
  /** @throws {HiveFailed}, or {GraphQLError} OVERLOADED when too many wait. */
  plan(operation: PlannedOperation): Promise<QueryPlan>;
  /** Gives up what planning takes while nobody asks for plans. */
  rest(): void;
  close(): Promise<void>;
}

export interface HivePlannerOptions {
  readonly supergraphSdl: string;
  /** Milliseconds one plan may take. */
  readonly timeoutMs: number;
  /** Processes are started as they are needed, up to this many. */
  readonly maxProcesses: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** So many processes may end by themselves within a minute; then the planner rests, since each start costs a second. */
const MAX_DEATHS = 5;
const REST_MS = 60_000;

/**
 * Plans with the Rust planner. It takes a millisecond where Apollo's takes ten, but not every platform has it, and some
 * operations make it fail: who uses it must know another way.
 * @throws {Error} when it cannot be had here.
 */
export async function createHivePlanner(options: HivePlannerOptions): Promise<HivePlanner> {
  const { supergraphSdl, timeoutMs, maxProcesses, logger, metrics } = options;
  const hosts = createPlanHosts({
    start: () => startPlanProcess({ supergraphSdl, pathsLimit: 0 }),
    max: maxProcesses,
    idleMs: null,
    waitMs: timeoutMs,
  });
  await hosts.warm();
  let deaths: number[] = [];

  const failed = (error: unknown, queryHash: string): HiveFailed => {
    const isTimeout = error instanceof PlanAborted && error.isTimeout;
    if (error instanceof PlanAborted && !isTimeout) {
      deaths = [...deaths, Date.now()].slice(-MAX_DEATHS);
      logger.warn({ queryHash }, 'the Rust planner ended over an operation');
    }
    return new HiveFailed((error as Error).message, isTimeout);
  };
  const rests = () => deaths.length === MAX_DEATHS && Date.now() - (deaths[0] ?? 0) < REST_MS;

  return {
    async plan({ source, queryHash, operationName, overrideLabels }) {
      if (rests()) throw new HiveFailed('it has ended too often', false);
      const host = await hosts.take();
      const startedAt = performance.now();
      const done = (outcome: 'made' | 'given up') =>
        metrics.planDone(outcome, (performance.now() - startedAt) / 1_000);
      try {
        const json = await host.plan({ source, operationName, overrideLabels }, timeoutMs);
        done('made');
        return fromHivePlan(JSON.parse(json) as HivePlan);
      } catch (error) {
        const failure = failed(error, queryHash);
        if (failure.isTimeout) done('given up');
        throw failure;
      } finally {
        hosts.release(host);
      }
    },
    rest: () => hosts.rest(),
    close: () => hosts.close(),
  };
}
