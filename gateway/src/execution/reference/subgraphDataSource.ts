import type { GraphQLDataSource } from '@apollo/gateway';
import { type GraphQLSchema, isAbstractType } from 'graphql';
import { SubgraphError } from '../../errors/subgraphError.ts';
import type { RawSubgraphError, SubgraphAnswer } from '../../transport/subgraphAnswer.ts';
import type { SubgraphClient } from '../../transport/subgraphClient.ts';
import { faultMessage, type SubgraphFault } from '../../transport/subgraphFault.ts';
import { type ClientError, toClientError } from '../clientError.ts';
import type { GatewayContext } from '../gatewayContext.ts';
import { ownValue } from '../ownProperty.ts';
import { type AnswerPath, conformAnswer } from './conformAnswer.ts';
import type { FetchShape } from './fetchShape.ts';
import { createMergedResult, type Located, type MergedResult, type Representation } from './mergedResult.ts';
import { applyRenames, fetchKey, type PlanRewrites } from './outputRewrites.ts';
import { createSkeleton } from './skeleton.ts';

/** What one operation on Apollo's executor needs to remember between its fetches. */
export interface OperationState {
  readonly merged: MergedResult;
  rewrites: PlanRewrites;
}

export function createOperationState(schema: GraphQLSchema): OperationState {
  return {
    merged: createMergedResult((typename) => isAbstractType(schema.getType(typename))),
    rewrites: new Map(),
  };
}

export interface SubgraphDataSourceOptions {
  readonly client: SubgraphClient;
  readonly schema: GraphQLSchema;
  shapeOf(operation: string): FetchShape;
  stateOf(context: GatewayContext): OperationState;
}

/**
 * A subgraph as Apollo's executor sees it. It never rejects and never answers with errors: what could not be fetched is
 * a skeleton of nulls, so that nothing else is lost, and the errors go to the context's record with the path that they
 * have in the client's answer.
 */
export function createSubgraphDataSource(
  options: SubgraphDataSourceOptions,
): GraphQLDataSource<GatewayContext & Record<string, unknown>> {
  const { client, schema, shapeOf, stateOf } = options;
  return {
    async process(call) {
      // The string is what the kind is: Apollo declares an enum for it but does not export it.
      if ((call.kind as string) !== 'incoming operation')
        throw new Error(`no ${call.kind} through this data source`);
      const context = call.context as GatewayContext;
      const { query = '', operationName, variables = {} } = call.request;
      const state = stateOf(context);
      const fetch: Fetch = {
        shape: shapeOf(query),
        representations: (variables.representations as Representation[] | undefined) ?? [],
        path: ('pathInIncomingRequest' in call && call.pathInIncomingRequest) || [],
        state,
        subgraph: client.name,
        context,
      };

      const { isMutation } = fetch.shape;
      const body = JSON.stringify({
        query,
        ...(operationName === undefined ? {} : { operationName }),
        variables,
      });
      const result = await client.fetch({ body, isMutation, mayShare: !isMutation }, context);
      const data = result.kind === 'fault' ? standIn(fetch, result) : accept(fetch, result, schema);
      applyRenames(
        schema,
        state.rewrites.get(fetchKey(client.name, query)) ?? [],
        ownValue(data, '_entities') ?? data,
      );
      if (!fetch.shape.isEntityFetch) state.merged.addRoot(data);
      return { data };
    },
  };
}

interface Fetch {
  readonly shape: FetchShape;
  readonly representations: readonly Representation[];
  /** The plan's flatten path of an entity fetch. */
  readonly path: readonly (string | number)[];
  readonly state: OperationState;
  readonly subgraph: string;
  readonly context: GatewayContext;
}

function accept(fetch: Fetch, answer: SubgraphAnswer, schema: GraphQLSchema): Record<string, unknown> {
  const { shape, representations } = fetch;
  const { data, errors } = answer;
  if (data === null) return skeletonOf(fetch, recordErrors(fetch, errors));

  const isPartial = errors.length > 0;
  if (!shape.isEntityFetch) {
    recordErrors(fetch, errors);
    const { fieldsOf, rootType: typename } = shape;
    recordDrift(
      fetch,
      conformAnswer({ object: data, fieldsOf, typename, schema, isPartial, path: [] }),
      null,
    );
    return data;
  }
  const entities = ownValue(data, '_entities');
  if (!Array.isArray(entities) || entities.length !== representations.length) {
    return standIn(fetch, { kind: 'fault', code: 'AGENCY_BAD_RESPONSE', retryAfterSeconds: null });
  }
  const located = recordErrors(fetch, errors);
  const failed = new Set(errors.map(({ path: [head, index] }) => (head === '_entities' ? index : undefined)));
  const drift: AnswerPath[] = [];
  entities.forEach((entity: unknown, index) => {
    const path = ['_entities', index];
    if (entity === null) {
      // Null beside an error could not be read, null alone does not exist: what requires it must tell them apart.
      if (failed.has(index)) entities[index] = entitySkeleton(fetch, index, located);
      return;
    }
    if (typeof entity !== 'object' || Array.isArray(entity)) {
      entities[index] = null;
      drift.push(path);
      return;
    }
    const named = ownValue(entity as object, '__typename') ?? representations[index]?.__typename;
    const typename = typeof named === 'string' ? named : '';
    const { fieldsOf } = shape;
    drift.push(...conformAnswer({ object: entity as object, fieldsOf, typename, schema, isPartial, path }));
  });
  recordDrift(fetch, drift, located);
  return data;
}

/** The whole fetch failed: an error for each thing that it was to fetch, and nulls in their place. */
function standIn(fetch: Fetch, { code, retryAfterSeconds }: SubgraphFault): Record<string, unknown> {
  const { shape, representations, subgraph } = fetch;
  const error: ClientError = { code, message: faultMessage(subgraph, code), retryAfterSeconds };
  const located = locate(fetch);
  const paths: AnswerPath[] = shape.isEntityFetch
    ? representations.map((_, index) => ['_entities', index])
    : [...shape.fieldsOf(shape.rootType).keys()].filter((key) => key !== '__typename').map((key) => [key]);
  for (const path of paths) recordError(fetch, error, path, located);
  return skeletonOf(fetch, located);
}

function skeletonOf(fetch: Fetch, located: readonly (Located | null)[]): Record<string, unknown> {
  const { shape, representations } = fetch;
  if (!shape.isEntityFetch) return createSkeleton(shape.fieldsOf, shape.rootType, []);
  return { _entities: representations.map((_, index) => entitySkeleton(fetch, index, located)) };
}

function entitySkeleton(
  { shape, representations }: Fetch,
  index: number,
  located: readonly (Located | null)[],
): Record<string, unknown> {
  const representation = representations[index] ?? {};
  const target = located[index]?.object;
  const known = target === undefined ? [representation] : [representation, target];
  return createSkeleton(shape.fieldsOf, String(representation.__typename), known);
}

/** Answers where the entities stand, which costs a walk through the result and is only asked where there are errors. */
function locate({ shape, representations, path, state }: Fetch): (Located | null)[] {
  return shape.isEntityFetch ? state.merged.locate(path, representations) : [];
}

function recordErrors(fetch: Fetch, errors: readonly RawSubgraphError[]): (Located | null)[] {
  if (errors.length === 0) return [];
  const located = locate(fetch);
  const { subgraph, context } = fetch;
  for (const raw of errors) {
    const error = toClientError(subgraph, raw);
    if (error.code !== raw.code || error.code === 'INTERNAL_SERVER_ERROR') {
      context.logger.error(
        { requestId: context.requestId, subgraph, saidCode: raw.code },
        'subgraph error masked',
      );
    }
    recordError(fetch, error, raw.path, located);
  }
  return located;
}

function recordDrift(fetch: Fetch, paths: readonly AnswerPath[], known: (Located | null)[] | null): void {
  if (paths.length === 0) return;
  const { subgraph, context } = fetch;
  const located = known === null || known.length === 0 ? locate(fetch) : known;
  context.logger.error(
    { requestId: context.requestId, subgraph, positions: paths.length },
    'subgraph answer off its contract',
  );
  const code = 'AGENCY_SCHEMA_DRIFT';
  const error: ClientError = { code, message: faultMessage(subgraph, code), retryAfterSeconds: null };
  for (const path of paths) recordError(fetch, error, path, located);
}

function recordError(
  fetch: Fetch,
  error: ClientError,
  path: AnswerPath,
  located: readonly (Located | null)[],
): void {
  const responsePath = toResponsePath(fetch, path, located);
  fetch.context.record.failed(new SubgraphError({ subgraph: fetch.subgraph, ...error, path: responsePath }));
}

/** The planner's own aliases (`x__alias_0`) stand for the name that the client chose. */
const PLANNER_ALIAS = /__alias_\d+$/;

function toResponsePath(
  fetch: Fetch,
  path: AnswerPath,
  located: readonly (Located | null)[],
): AnswerPath | null {
  const [head, index, ...rest] = path;
  const own = (part: string | number) => (typeof part === 'string' ? part.replace(PLANNER_ALIAS, '') : part);
  if (fetch.shape.isEntityFetch && head === '_entities' && typeof index === 'number') {
    const entity = located[index];
    if (entity) return [...entity.path, ...rest.map(own)];
  }
  if (!fetch.shape.isEntityFetch) return path.length === 0 ? null : path.map(own);
  // Not told which entity: the part of the path that all of them share.
  const each = fetch.path.indexOf('@');
  const shared = each === -1 ? fetch.path : fetch.path.slice(0, each);
  return shared.length === 0 ? null : shared;
}
