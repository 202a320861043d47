import { buildASTSchema, type DocumentNode, parse } from 'graphql';
import { protectedProbes } from '../authorization/protectedProbes.ts';
import { protectionOf } from '../authorization/protectionOf.ts';
import { readRequirements } from '../authorization/readRequirements.ts';
import { RECORDING, readPublicFields, recordingUnless } from '../authorization/recording.ts';
import { isMet } from '../authorization/requirement.ts';
import { testProtection } from '../authorization/testProtection.ts';
import { requestError } from '../errors/requestError.ts';
import { createActiveLabels } from '../planning/activeLabels.ts';
import { createPlanner } from '../planning/createPlanner.ts';
import { startPlanners } from '../planning/startPlanners.ts';
import { readJoinFacts } from '../supergraph/joinFacts.ts';
import { originsOf } from '../supergraph/originsOf.ts';
import { readSubgraphEndpoints } from '../supergraph/readSubgraphEndpoints.ts';
import { hiddenElements, supergraphFacts } from '../supergraph/supergraphFacts.ts';
import { unenforcedFeatures } from '../supergraph/unenforcedFeatures.ts';
import type { GatewayExecutionResult, GatewayRequest } from './apolloGatewayTypes.ts';
import { coerceVariables } from './coerceVariables.ts';
import { createOperationStore } from './compiled/operationStore.ts';
import { createRecordedRunner } from './compiled/runRecorded.ts';
import { createOperationRunner } from './compiled/runShared.ts';
import { createTypeConditions } from './compiled/typeConditions.ts';
import { createReloadingExecutor } from './createReloadingExecutor.ts';
import type { CreateExecutor, ExecutorOptions } from './executor.ts';
import type { GatewayContext } from './gatewayContext.ts';
import type { Generation, KnownOperation } from './generation.ts';

/** Milliseconds that warming up may keep a new supergraph from being served. */
const WARM_UP_MS = 2_000;
/** A caller has the label of a progressive `@override` when his token has the scope of that name behind this. */
const LABEL_SCOPE = 'override:';

/** Compiles each operation once, into its fetches and one pass that writes the answer. */
export const createCompiledExecutor: CreateExecutor = (options) =>
  createReloadingExecutor(options, (sdl, known) => buildGeneration(sdl, known, options));

async function buildGeneration(
  supergraphSdl: string,
  known: readonly KnownOperation[],
  options: ExecutorOptions,
): Promise<Generation> {
  const { logger, metrics, planning, recording } = options;
  const document = parse(supergraphSdl, { noLocation: true });
  const endpoints = readSubgraphEndpoints(document, options.subgraphUrls);
  refuseUnenforced(document);
  const joins = readJoinFacts(document);
  const { apollo, hive } = await startPlanners({
    name: options.planner,
    supergraphSdl,
    hasContextArguments: joins.hasContextArguments,
    ...planning,
    logger,
    metrics,
  });
  const schema = buildASTSchema(parse(apollo.apiSdl, { noLocation: true }), {
    assumeValid: true,
    assumeValidSDL: true,
  });
  const planner = createPlanner({ name: options.planner, facts: joins, schema, apollo, hive, logger });
  const clients = new Map(endpoints.map((endpoint) => [endpoint.name, options.createClient(endpoint)]));
  const hidden = hiddenElements(document, schema);
  const requirements = readRequirements(
    document,
    recording === null ? null : recordingUnless(readPublicFields(document, recording.publicTag)),
  );
  const operations = createOperationStore({
    schema,
    facts: supergraphFacts(document, hidden),
    hidden,
    requirements,
    planner,
    environment: {
      types: createTypeConditions(document),
      isOfKey: joins.isOfKey,
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
    },
  });
  const { percentile, overrideLabels: always } = options;
  const activeLabels = createActiveLabels({ labels: joins.overrideLabels, always, percentile });
  const run = createRecordedRunner(
    recording?.accessLog ?? null,
    createOperationRunner(schema, { isShared: recording === null }),
  );
  try {
    await testProtection(protectedProbes(schema, requirements), operations);
  } catch (error) {
    await planner.close();
    await Promise.all([...clients.values()].map((client) => client.close()));
    throw error;
  }
  await operations.warm(known, WARM_UP_MS);

  const execute = async (request: GatewayRequest): Promise<GatewayExecutionResult> => {
    const { document: asked, operation, operationName, source, queryHash, context } = request;
    if (operation.operation === 'subscription') {
      return { errors: [requestError('BAD_REQUEST', 'Subscriptions are not served at this address.')] };
    }
    const given = request.request.variables ?? {};
    const conditions = operations.conditionsOf(asked);
    const { values: variables, errors } = coerceVariables(schema, operation, given, conditions);
    if (errors !== null) return { errors };
    const find = (canRecord: boolean) =>
      operations.find({
        document: asked,
        operation,
        source,
        queryHash,
        operationName,
        variables,
        acceptsParts: context.acceptsParts,
        overrideLabels: activeLabels(labelHolder(context)),
        isMet: (requirement) => (requirement === RECORDING ? canRecord : isMet(requirement, context.caller)),
      });
    return run(find, { queryHash, operation: operation.operation, context });
  };

  return {
    apiSchema: schema,
    supergraphSdl,
    protection: protectionOf(schema, requirements),
    origins: originsOf(endpoints, options.subgraphUrls),
    execute,
    recent: (count) => operations.recent(count),
    rest: () => planner.rest(),
    async close() {
      await planner.close();
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}

function labelHolder({ caller, requestId }: GatewayContext): { subject: string; own: readonly string[] } {
  if (caller === null) return { subject: requestId, own: [] };
  const own = caller.scopes.filter((scope) => scope.startsWith(LABEL_SCOPE));
  return { subject: caller.subject, own: own.map((scope) => scope.slice(LABEL_SCOPE.length)) };
}

function refuseUnenforced(supergraph: DocumentNode): void {
  const features = unenforcedFeatures(supergraph);
  if (features.length === 0) return;
  throw new Error(`the supergraph relies on ${features.join(', ')}, which this gateway does not enforce`);
}
