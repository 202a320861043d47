import { buildASTSchema, parse } from 'graphql';
import { requestError } from '../errors/requestError.ts';
import { createThreadPlanner } from '../planning/apollo/threadPlanner.ts';
import type { ChosenOperation } from '../planning/chosenOperation.ts';
import { createPlanner } from '../planning/createPlanner.ts';
import { createOperationCache } from '../planning/operationCache.ts';
import { createOperationFacts } from '../planning/operationFacts.ts';
import { readJoinFacts } from '../supergraph/joinFacts.ts';
import { readSubgraphEndpoints } from '../supergraph/readSubgraphEndpoints.ts';
import { hiddenElements, supergraphFacts } from '../supergraph/supergraphFacts.ts';
import { unenforcedFeatures } from '../supergraph/unenforcedFeatures.ts';
import { createFlights } from '../transport/flights.ts';
import type { GatewayExecutionResult, GatewayRequest } from './apolloGatewayTypes.ts';
import { coerceVariables } from './coerceVariables.ts';
import { type CompiledOperation, compileOperation } from './compiled/compileOperation.ts';
import type { PlanEnvironment } from './compiled/compilePlan.ts';
import { createIntrospection } from './compiled/introspection.ts';
import { type OperationResult, toExecutionResult } from './compiled/operationResult.ts';
import { runDeferredOperation } from './compiled/runDeferredOperation.ts';
import { runOperation } from './compiled/runOperation.ts';
import { createTypeConditions } from './compiled/typeConditions.ts';
import { withSignal } from './createContext.ts';
import { createReloadingExecutor } from './createReloadingExecutor.ts';
import type { CreateExecutor, ExecutorOptions } from './executor.ts';
import type { GatewayContext } from './gatewayContext.ts';
import type { Generation } from './generation.ts';

/**
 * Most ways that Apollo's planner may hold open for one field. Without a limit a query of 138 bytes that goes round a
 * shareable field keeps it busy for minutes; see the README for what was measured.
 */
const PATHS_LIMIT = 50;

/** Compiles each operation once, into its fetches and one pass that writes the answer. */
export const createCompiledExecutor: CreateExecutor = (options) =>
  createReloadingExecutor(options, (sdl) => buildGeneration(sdl, options));

async function buildGeneration(supergraphSdl: string, options: ExecutorOptions): Promise<Generation> {
  const { logger, metrics, planning } = options;
  const document = parse(supergraphSdl, { noLocation: true });
  const endpoints = readSubgraphEndpoints(document, options.subgraphUrls);
  refuseUnenforced(unenforcedFeatures(document), options);
  const apollo = await createThreadPlanner({
    supergraphSdl,
    pathsLimit: PATHS_LIMIT,
    ...planning,
    logger,
    metrics,
  });
  const planner = await createPlanner({
    name: options.planner,
    supergraphSdl,
    facts: readJoinFacts(document),
    apollo,
    timeoutMs: planning.timeoutMs,
    maxProcesses: Math.max(planning.maxThreads, 1),
    logger,
    metrics,
  });
  const schema = buildASTSchema(parse(apollo.apiSdl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const hidden = hiddenElements(document, schema);
  const facts = supergraphFacts(document, hidden);
  const clients = new Map(endpoints.map((endpoint) => [endpoint.name, options.createClient(endpoint)]));
  const environment: PlanEnvironment = {
    types: createTypeConditions(document),
    clientOf(subgraph) {
      const client = clients.get(subgraph);
      if (client === undefined) throw new Error(`the supergraph has no subgraph ${subgraph}`);
      return client;
    },
    rootTypes: {
      query: schema.getQueryType()?.name ?? 'Query',
      mutation: schema.getMutationType()?.name ?? 'Mutation',
      subscription: schema.getSubscriptionType()?.name ?? 'Subscription',
    },
  };
  const flights = createFlights<OperationResult>();
  const operations = createOperationCache<CompiledOperation>();
  const factsOf = createOperationFacts();

  /** Equal queries of equal callers at one time are run once; each still has its own record and its own errors. */
  const runShared = async (
    compiled: CompiledOperation,
    chosen: ChosenOperation,
    key: string,
    context: GatewayContext,
  ): Promise<OperationResult> => {
    if (compiled.deferred.size > 0) return runDeferredOperation(compiled, { schema, chosen, context });
    if (chosen.operation.operation !== 'query') {
      return runOperation(compiled, { schema, chosen, context });
    }
    const whole = `${context.sharingKey} ${key} ${JSON.stringify(chosen.variables)}`;
    const result = await flights.join(whole, context.signal, (signal) =>
      runOperation(compiled, { schema, chosen, context: withSignal(context, signal) }),
    );
    if (result.completeness !== null) context.record.adopt(result.completeness);
    return result;
  };

  const execute = async (request: GatewayRequest): Promise<GatewayExecutionResult> => {
    const { document: asked, operation, operationName, queryHash, context } = request;
    if (operation.operation === 'subscription') {
      return { errors: [requestError('BAD_REQUEST', 'Subscriptions are not served at this address.')] };
    }
    const known = factsOf(asked);
    const given = request.request.variables ?? {};
    const coerced = coerceVariables(schema, operation, given);
    if (coerced.errors !== null) return { errors: coerced.errors };
    const chosen: ChosenOperation = {
      operation,
      fragments: known.fragments,
      variables: coerced.values,
      defers: known.defers && context.acceptsParts,
    };
    const conditions = known.conditions.map((name) => JSON.stringify(coerced.values[name] ?? null)).join();
    // Introspection is written when it is compiled, with the variables of that request.
    const frozen = known.hasIntrospection ? JSON.stringify(coerced.values) : '';
    const key = `${queryHash} ${operationName ?? ''} ${conditions} ${chosen.defers} ${frozen}`;
    const compile = () =>
      compileOperation({
        schema,
        facts,
        hidden,
        planner,
        environment,
        chosen,
        queryHash,
        overrideLabels: [],
        introspect: createIntrospection(schema, chosen),
      });
    const compiled = operations.get(key) ?? (await operations.make(key, compile));
    return toExecutionResult(await runShared(compiled, chosen, key, context));
  };

  return {
    apiSchema: schema,
    supergraphSdl,
    execute,
    async close() {
      await planner.close();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

function refuseUnenforced(features: readonly string[], { allowsUnenforced, logger }: ExecutorOptions): void {
  if (features.length === 0) return;
  const list = features.join(', ');
  if (!allowsUnenforced) {
    throw new Error(
      `the supergraph relies on ${list}, which this gateway does not enforce; only --open serves it`,
    );
  }
  logger.warn({ features }, 'the supergraph has security features that are not enforced');
}
