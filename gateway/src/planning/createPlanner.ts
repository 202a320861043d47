import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { requestError } from '../errors/requestError.ts';
import type { JoinFacts } from '../supergraph/joinFacts.ts';
import { fromApolloPlan } from './apollo/fromApolloPlan.ts';
import type { ThreadPlanner } from './apollo/threadPlanner.ts';
import { checkCoverage } from './checkCoverage.ts';
import { checkPlan } from './checkPlan.ts';
import { HiveFailed, type HivePlanner } from './hive/hivePlanner.ts';
import type { PlannedOperation, Planner } from './planner.ts';
import type { PlannerName } from './plannerName.ts';
import type { QueryPlan } from './queryPlan.ts';

export interface PlannerOptions {
  readonly name: PlannerName;
  readonly facts: JoinFacts;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly apollo: ThreadPlanner;
  /** Null where it is not wanted or cannot be had. */
  readonly hive: HivePlanner | null;
  readonly logger: Logger;
}

/**
 * The planner that PLANNER names. `auto` plans with the Rust planner and, where that one cannot be had, fails or makes a
 * plan that is wrong, with Apollo's. Deferred operations are Apollo's in any case: the Rust planner does not take `@defer`
 * apart (ADR 0010).
 */
export function createPlanner(options: PlannerOptions): Planner {
  const { name, apollo, hive, logger, facts } = options;
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
          // Nor could the other planner, which is slower, do what this one has no time for.
          if (error instanceof GraphQLError) throw error;
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

/** @throws {Error} when the plan would give wrong answers. */
function checked(plan: QueryPlan, facts: JoinFacts): QueryPlan {
  // Only operations that select something are planned: an empty plan would show null for what may well be there.
  if (plan.node === null) throw new Error('the plan is empty');
  const faults = checkPlan(plan, facts);
  if (faults.length > 0) throw new Error(`the plan is wrong: ${faults.join('; ')}`);
  return plan;
}
