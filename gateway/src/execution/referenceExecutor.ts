import { AsyncLocalStorage } from 'node:async_hooks';
import { ApolloGateway } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import { buildASTSchema, type GraphQLSchema, parse } from 'graphql';
import { createThreadPlanner } from '../planning/apollo/threadPlanner.ts';
import { createOperationCache } from '../planning/operationCache.ts';
import { originsOf } from '../supergraph/originsOf.ts';
import { readSubgraphEndpoints } from '../supergraph/readSubgraphEndpoints.ts';
import type { SubgraphClient } from '../transport/subgraphClient.ts';
import type { AnyGatewayRequest } from './apolloGatewayTypes.ts';
import { createReloadingExecutor } from './createReloadingExecutor.ts';
import type { CreateExecutor, ExecutorOptions } from './executor.ts';
import { finishResult } from './finishResult.ts';
import type { GatewayContext } from './gatewayContext.ts';
import type { Generation } from './generation.ts';
import { createFetchShapes } from './reference/fetchShape.ts';
import { createPlanRewrites } from './reference/outputRewrites.ts';
import {
  createOperationState,
  createSubgraphDataSource,
  type OperationState,
} from './reference/subgraphDataSource.ts';
import { subgraphsOf } from './reference/subgraphsOf.ts';

/**
 * Most ways that the planner may hold open for one field. Without a limit a query of 138 bytes that goes round a
 * shareable field keeps it busy for minutes; see the README for what was measured.
 */
const PATHS_LIMIT = 50;

/** Runs operations with Apollo's own gateway: the behaviour that other executors are held against. */
export const createReferenceExecutor: CreateExecutor = (options) =>
  createReloadingExecutor(options, (sdl) => buildGeneration(sdl, options));

async function buildGeneration(supergraphSdl: string, options: ExecutorOptions): Promise<Generation> {
  const { createClient, logger, metrics } = options;
  const document = parse(supergraphSdl, { noLocation: true });
  const endpoints = readSubgraphEndpoints(document, options.subgraphUrls);
  const schema = buildASTSchema(document, {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const shapeOf = createFetchShapes(schema);
  const rewritesOf = createPlanRewrites();
  const states = new WeakMap<GatewayContext, OperationState>();
  const clients = new Map<string, SubgraphClient>();
  const plans = createOperationCache<{ plan: QueryPlan; size: number }>();
  const planInUse = new AsyncLocalStorage<QueryPlan>();

  const gateway = new ApolloGateway({
    supergraphSdl,
    buildService({ name }) {
      const endpoint = endpoints.find((candidate) => candidate.name === name);
      if (endpoint === undefined) throw new Error(`the supergraph has no subgraph ${name}`);
      const client = createClient(endpoint);
      clients.set(name, client);
      return createSubgraphDataSource({ client, schema, shapeOf, stateOf: (context) => stateOf(context) });
    },
    // Every plan is made in a thread before the gateway is called, and handed over in the place of its cache.
    queryPlannerConfig: {
      cache: {
        get: async () => planInUse.getStore(),
        set: async () => {},
        delete: async () => true,
        clear() {},
      },
    },
    validateSupergraph: true,
    __exposeQueryPlanExperimental: false,
    logger: logger.child({}, { level: 'warn' }),
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
  const planner = await createThreadPlanner({
    supergraphSdl,
    pathsLimit: PATHS_LIMIT,
    ...options.planning,
    idleMs: null,
    logger,
    metrics,
  });

  return {
    apiSchema,
    supergraphSdl,
    // It serves no supergraph that protects anything.
    protection: new Map(),
    origins: originsOf(endpoints, options.subgraphUrls),
    async execute(request) {
      const { source, queryHash, operationName, context } = request;
      const key = `${queryHash} ${operationName ?? ''}`;
      const make = async () => {
        const made = await planner.plan({
          source,
          queryHash,
          operationName,
          overrideLabels: [],
          defers: false,
        });
        return { plan: made, size: JSON.stringify(made).length };
      };
      const { plan } = plans.get(key) ?? (await plans.make(key, make));
      for (const subgraph of subgraphsOf(plan)) context.record.asked(subgraph);
      stateOf(context).rewrites = rewritesOf(plan);
      const result = await planInUse.run(plan, () => gateway.executor(request as AnyGatewayRequest));
      return finishResult(result, context.record);
    },
    recent: () => [],
    rest: () => planner.rest(),
    async close() {
      await Promise.all([planner.close(), gateway.stop()]);
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}
