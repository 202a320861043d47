import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { requestError } from '../errors/requestError.ts';
import type { JoinFacts } from '../supergraph/joinFacts.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { fromApolloPlan } from './apollo/fromApolloPlan.ts';
import type { ThreadPlanner } from './apollo/threadPlanner.ts';
import { checkCoverage } from './checkCoverage.ts';
import { checkPlan } from './checkPlan.ts';
import { createHivePlanner, HiveFailed, type HivePlanner } from './hive/hivePlanner.ts';
import type { PlannedOperation, Planner } from './planner.ts';
import type { PlannerName } from './plannerName.ts';
import type { QueryPlan } from './queryPlan.ts';

export interface PlannerOptions {
  readonly name: PlannerName;
  readonly supergraphSdl: string;
  readonly facts: JoinFacts;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly apollo: ThreadPlanner;
  /** Milliseconds one plan may take. */
  readonly timeoutMs: number;
  /** Plans made at the same time. */
  readonly maxProcesses: number;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

/**
 * The planner that PLANNER names. `auto` plans with the Rust planner and, where that one cannot be had, fails or makes a
 * plan that is wrong, with Apollo's. Deferred operations are Apollo's in any case: the Rust planner does not take `@defer`
 * apart (ADR 0010).
 * @throws {Error} when `hive` is asked for and cannot be had.
 */
export async function createPlanner(options: PlannerOptions): Promise<Planner> {
  const { name, apollo, logger, facts } = options;
  const hive =
    name === 'apollo'
      ? null
      : await startHive(options).catch((error: Error) => {
          if (name === 'hive') throw new Error(`PLANNER=hive cannot be used here: ${error.message}`);
          logger.warn(
            { reason: error.message },
            "the Rust planner cannot be used here; Apollo's makes all plans",
          );
          return null;
        });

  const withApollo = async (operation: PlannedOperation) =>
    checked(fromApolloPlan(await apollo.plan(operation)), facts);
  const withHive = async (operation: PlannedOperation, planner: HivePlanner) => {
    const plan = checked(await planner.plan(operation), facts);
    const [first] = checkCoverage(operation.source, plan, options);
    if (first !== undefined) throw new Error(`the plan does not bring ${first}`);
    return plan;
  };

  return {
    async plan(operation) {
      const { queryHash } = operation;
      if (hive !== null && !operation.defers) {
        try {
          return await withHive(operation, hive);
        } catch (error) {
          if (error instanceof HiveFailed && error.isTimeout) throw requestError('QUERY_TOO_COMPLEX');
          logger.debug({ queryHash, reason: (error as Error).message }, 'the Rust planner made no plan');
          if (name === 'hive') throw requestError('PLANNING_FAILED');
        }
      }
      try {
        return await withApollo(operation);
      } catch (error) {
        if (error instanceof GraphQLError) throw error;
        logger.error({ queryHash, reason: (error as Error).message }, 'no plan could be made');
        throw requestError('PLANNING_FAILED');
      }
    },
    rest() {
      apollo.rest();
      hive?.rest();
    },
    async close() {
      await Promise.all([apollo.close(), hive?.close()]);
    },
  };
}

async function startHive(options: PlannerOptions): Promise<HivePlanner> {
  if (options.facts.hasContextArguments) throw new Error('it does not fill in arguments from the context');
  return createHivePlanner(options);
}

/** @throws {Error} when the plan would give wrong answers. */
function checked(plan: QueryPlan, facts: JoinFacts): QueryPlan {
  // Only operations that select something are planned: an empty plan would show null for what may well be there.
  if (plan.node === null) throw new Error('the plan is empty');
  const faults = checkPlan(plan, facts);
  if (faults.length > 0) throw new Error(`the plan is wrong: ${faults.join('; ')}`);
  return plan;
}
