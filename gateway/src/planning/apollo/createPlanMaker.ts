import {
  operationFromDocument,
  ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
  Supergraph,
} from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse, printSchema } from 'graphql';
import type { PlanHostData, PlanReply, PlanRequest } from '../planMessages.ts';

export interface PlanMaker {
  /** The schema that clients see, as SDL; it has `@defer`. */
  readonly apiSdl: string;
  /** Makes one plan after the other, on the calling thread and for as long as it takes. */
  makePlan(request: PlanRequest): PlanReply;
}

/**
 * Reads a supergraph for Apollo's planner.
 * @throws {Error} when the supergraph cannot be planned on.
 */
export function createPlanMaker({ supergraphSdl, pathsLimit }: PlanHostData): PlanMaker {
  const supergraph = Supergraph.build(supergraphSdl, {
    supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES,
    validateSupergraph: true,
  });
  const apiSchema = supergraph.apiSchema();
  const planner = new QueryPlanner(supergraph, {
    reuseQueryFragments: false,
    incrementalDelivery: { enableDefer: true },
    debug: { pathsLimit },
  });
  const makePlan = ({ source, operationName, overrideLabels }: PlanRequest): PlanReply => {
    try {
      const document = parse(source, { noLocation: true });
      const operation = operationFromDocument(
        apiSchema,
        document,
        operationName === null ? {} : { operationName },
      );
      const overrideConditions = new Map(overrideLabels.map((label) => [label, true]));
      return {
        kind: 'plan',
        json: JSON.stringify(planner.buildQueryPlan(operation, { overrideConditions })),
      };
    } catch (error) {
      return { kind: 'failure', message: error instanceof Error ? error.message : String(error) };
    }
  };
  return { apiSdl: printSchema(apiSchema.toGraphQLJSSchema({ includeDefer: true })), makePlan };
}
