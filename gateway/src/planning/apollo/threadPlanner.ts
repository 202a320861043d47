import type { QueryPlan } from '@apollo/query-planner';
import type { Logger } from 'pino';
import { requestError } from '../../errors/requestError.ts';
import type { Metrics } from '../../telemetry/createMetrics.ts';
import { PlanAborted, type PlanHost } from '../planHost.ts';
import { createPlanHosts } from '../planHosts.ts';
import type { PlanHostData } from '../planMessages.ts';
import type { PlannedOperation } from '../planner.ts';
import { createPlanMaker } from './createPlanMaker.ts';
import { startPlanThread } from './startPlanThread.ts';

export interface ThreadPlannerOptions {
  readonly supergraphSdl: string;
  readonly pathsLimit: number;
  /** Milliseconds one plan may take. */
  readonly timeoutMs: number;
  /** Threads are started as they are needed, up to this many; 0: on the calling thread, for as long as it takes. */
  readonly maxThreads: number;
  /** Milliseconds that a thread may stand idle before it is ended, to be started again when it is needed; null: for ever. */
  readonly idleMs: number | null;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/** How the planner says that a limit was reached; it throws plain errors without a code. */
const LIMIT_MESSAGES = [
  /^Too many options generated/,
  /exceeds limit of/,
  /^Exceeded maximum recursive selections/,
];

/** Apollo's planner for one supergraph. */
export interface ThreadPlanner {
  /** The schema that clients see, as SDL; it has `@defer`. */
  readonly apiSdl: string;
  /**
   * The plan of one operation, as Apollo's planner makes it.
   * @throws {GraphQLError} QUERY_TOO_COMPLEX when a limit of the planner, or its time, is reached; OVERLOADED when too many wait.
   */
  plan(operation: PlannedOperation): Promise<QueryPlan>;
  /** Gives up what planning takes while nobody asks for plans. */
  rest(): void;
  /** Plans being made are abandoned. */
  close(): Promise<void>;
}

/**
 * Plans in threads of its own, so that a query that is endless to plan stops nobody but who sent it: its thread is ended
 * after `timeoutMs` and replaced.
 * @throws {Error} when the supergraph cannot be planned on.
 */
export async function createThreadPlanner(options: ThreadPlannerOptions): Promise<ThreadPlanner> {
  const { timeoutMs, maxThreads, logger, metrics } = options;
  const data = { supergraphSdl: options.supergraphSdl, pathsLimit: options.pathsLimit };
  const threads = createPlanHosts({
    start: () => (maxThreads === 0 ? planHere(data) : startPlanThread(data)),
    max: Math.max(maxThreads, 1),
    idleMs: options.idleMs,
    waitMs: timeoutMs,
  });
  const { apiSdl } = await threads.warm();
  return {
    apiSdl,
    async plan({ source, queryHash, operationName, overrideLabels }) {
      const thread = await threads.take();
      const startedAt = performance.now();
      const done = (outcome: 'made' | 'given up') =>
        metrics.planDone(outcome, (performance.now() - startedAt) / 1_000);
      try {
        const json = await thread.plan({ source, operationName, overrideLabels }, timeoutMs);
        done('made');
        return JSON.parse(json) as QueryPlan;
      } catch (error) {
        const isLimit = LIMIT_MESSAGES.some((pattern) => pattern.test((error as Error).message));
        if (!isLimit && !(error instanceof PlanAborted)) throw error;
        done('given up');
        logger.warn({ queryHash, reason: isLimit ? 'limit' : 'time' }, 'plan given up');
        throw requestError('QUERY_TOO_COMPLEX');
      } finally {
        threads.release(thread);
      }
    },
    rest: () => threads.rest(),
    close: () => threads.close(),
  };
}

/** What stands for a thread where there is none. */
async function planHere(data: PlanHostData): Promise<PlanHost> {
  const { apiSdl, makePlan } = createPlanMaker(data);
  return {
    apiSdl,
    async plan(request) {
      const reply = makePlan(request);
      if (reply.kind === 'plan') return reply.json;
      throw new Error(reply.kind === 'failure' ? reply.message : 'no plan');
    },
    isAlive: () => true,
    stop: async () => {},
  };
}
