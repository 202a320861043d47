import { ApolloGateway } from '@apollo/gateway';
import type { GatewayGraphQLRequestContext } from '@apollo/server-gateway-interface';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import { readSubgraphEndpoints } from '../supergraph/readSubgraphEndpoints.ts';
import type { SubgraphClient } from '../transport/subgraphClient.ts';
import { createReloadingExecutor } from './createReloadingExecutor.ts';
import type { CreateExecutor, ExecutorOptions } from './executor.ts';
import { finishResult } from './finishResult.ts';
import type { GatewayContext } from './gatewayContext.ts';
import type { Generation } from './generation.ts';
import { toPlanFailure } from './planFailure.ts';
import { createFetchShapes } from './reference/fetchShape.ts';
import { createPlanRewrites } from './reference/outputRewrites.ts';
import {
  createOperationState,
  createSubgraphDataSource,
  type OperationState,
} from './reference/subgraphDataSource.ts';

/**
 * Most ways that the planner may hold open for one field. Without a limit a query of 138 bytes that goes round a
 * shareable field keeps it busy for minutes; see the README for what was measured.
 */
const PATHS_LIMIT = 50;

/** Runs operations with Apollo's own gateway: the behaviour that other executors are held against. */
export const createReferenceExecutor: CreateExecutor = (options) =>
  createReloadingExecutor(options, (sdl) => buildGeneration(sdl, options));

async function buildGeneration(supergraphSdl: string, options: ExecutorOptions): Promise<Generation> {
  const endpoints = readSubgraphEndpoints(supergraphSdl, options.subgraphUrls);
  const schema = buildASTSchema(parse(supergraphSdl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const shapeOf = createFetchShapes(schema);
  const rewritesOf = createPlanRewrites();
  const states = new WeakMap<GatewayContext, OperationState>();
  const clients = new Map<string, SubgraphClient>();

  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService({ name }) {
      const endpoint = endpoints.find((candidate) => candidate.name === name);
      if (endpoint === undefined) throw new Error(`the supergraph has no subgraph ${name}`);
      const client = options.createClient(endpoint);
      clients.set(name, client);
      return createSubgraphDataSource({ client, schema, shapeOf, stateOf: (context) => stateOf(context) });
    },
    queryPlannerConfig: { reuseQueryFragments: false, debug: { pathsLimit: PATHS_LIMIT } },
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    logger: options.logger.child({}, { level: 'warn' }),
    experimental_didResolveQueryPlan({ queryPlan, requestContext }) {
      stateOf(requestContext.context as GatewayContext).rewrites = rewritesOf(queryPlan);
    },
  });
  const stateOf = (context: GatewayContext) => {
    const state = states.get(context) ?? createOperationState(schema);
    states.set(context, state);
    return state;
  };

  let apiSchema: GraphQLSchema | null = null;
  gateway.onSchemaLoadOrUpdate((loaded) => {
    apiSchema = loaded.apiSchema;
  });
  await gateway.load({ apollo: {} });
  if (apiSchema === null) throw new Error('the supergraph gave no API schema');

  return {
    apiSchema,
    supergraphSdl,
    async execute(request) {
      try {
        const result = await gateway.executor(request as unknown as GatewayGraphQLRequestContext);
        return finishResult(result, request.context.record);
      } catch (error) {
        throw toPlanFailure(error);
      }
    },
    async close() {
      await gateway.stop();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}
