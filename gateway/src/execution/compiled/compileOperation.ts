import { type FieldNode, type GraphQLSchema, isAbstractType, type OperationDefinitionNode } from 'graphql';
import type { DeniedPath, FieldAccess } from '../../authorization/fieldAccess.ts';
import { type SelectedFields, selectedFields } from '../../authorization/selectedFields.ts';
import {
  canonicalOperation,
  type DeferredFragment,
  type SupergraphFacts,
} from '../../planning/canonicalOperation.ts';
import type { ChosenOperation } from '../../planning/chosenOperation.ts';
import type { DataKeys } from '../../planning/dataKeys.ts';
import { mergeFetches } from '../../planning/mergeFetches.ts';
import type { Planner } from '../../planning/planner.ts';
import { planSubgraphs } from '../../planning/planSubgraphs.ts';
import type { QueryPlan } from '../../planning/queryPlan.ts';
import type { HiddenElements } from '../../supergraph/supergraphFacts.ts';
import { compileShape, type ShapeContext } from '../shaping/compileShape.ts';
import type { WriteValue } from '../shaping/writeValue.ts';
import { compilePlan } from './compilePlan.ts';
import type { DeferredPlan } from './deferredPlan.ts';
import type { DeferredShape } from './laterParts.ts';
import { createProducers, type Producers } from './producers.ts';
import type { PlanEnvironment } from './step.ts';

/** An operation of one supergraph, ready to run any number of times. */
export interface CompiledOperation {
  /** Characters that it takes up, roughly; for the bounds of caches. */
  readonly size: number;
  /** Subgraphs that the plan may ask. */
  readonly subgraphs: ReadonlySet<string>;
  readonly plan: DeferredPlan;
  /** The fragments that come later, by the labels of the canonical operation. */
  readonly deferred: ReadonlyMap<string, DeferredShape>;
  /** Writes the client's `data`. */
  readonly shape: WriteValue;
  readonly producers: Producers;
  readonly keys: DataKeys;
  /** Variables that fetches know under another name than the client: the client's name by theirs. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Where the operation asks for what its caller may not see, in response names; the first ones of very many. */
  readonly denied: readonly DeniedPath[];
  readonly fields: SelectedFields;
  /** Whether it asks for anything that must be recorded, seen or not. */
  readonly isRecorded: boolean;
  /** Compiled for when the access log is away: whatever would have to be recorded is denied. */
  readonly isUnrecorded: boolean;
}

export interface CompileOptions {
  readonly schema: GraphQLSchema;
  readonly facts: SupergraphFacts;
  readonly hidden: HiddenElements;
  readonly planner: Planner;
  readonly environment: PlanEnvironment;
  readonly chosen: ChosenOperation;
  readonly queryHash: string;
  readonly overrideLabels: readonly string[];
  readonly access: FieldAccess;
  /** Whether a look at a field must be recorded, as `Type.field`. */
  isRecorded(coordinate: string): boolean;
  /** Whether looks can be recorded. */
  readonly canRecord: boolean;
  introspect(node: FieldNode): string;
}

/**
 * Plans an operation and compiles its plan and its shape.
 * @throws {GraphQLError} QUERY_TOO_COMPLEX when a limit of the planner is reached.
 * @throws {Error} when the planner fails.
 */
export async function compileOperation(options: CompileOptions): Promise<CompiledOperation> {
  const { schema, chosen, introspect, environment, access } = options;
  const { source, keys, renamed, deferred } = canonicalOperation(schema, options.facts, chosen, access);
  const plan = source === null ? EMPTY : await makePlan(source, options);
  const type = rootTypeOf(schema, chosen.operation);
  const context: ShapeContext = { schema, chosen, keys, hidden: options.hidden, access, introspect };
  const shape = compileShape(type, [{ type, selectionSet: chosen.operation.selectionSet }], context);
  const fields = selectedFields(schema, chosen, access);
  return {
    size: 4 * (source?.length ?? 0) + 1_000,
    subgraphs: planSubgraphs(plan),
    plan: compilePlan(plan, environment),
    deferred: compileFragments(deferred, context),
    shape,
    producers: createProducers(plan),
    keys,
    renamed,
    denied: access.deniedBelow(type, chosen.operation.selectionSet),
    fields,
    isRecorded: fields.asked.some(options.isRecorded),
    isUnrecorded: !options.canRecord,
  };
}

function compileFragments(
  fragments: ReadonlyMap<string, DeferredFragment>,
  context: ShapeContext,
): ReadonlyMap<string, DeferredShape> {
  return new Map(
    [...fragments].map(([label, fragment]) => {
      const { type, selectionSet } = fragment;
      const possible = new Set(
        isAbstractType(type) ? context.schema.getPossibleTypes(type).map(({ name }) => name) : [type.name],
      );
      // Objects of a declared object type need not say their type.
      const applies = (typename: unknown) => typename === undefined || possible.has(String(typename));
      return [label, { fragment, shape: compileShape(type, [{ type, selectionSet }], context), applies }];
    }),
  );
}

const EMPTY: QueryPlan = { node: null };

async function makePlan(
  source: string,
  { planner, queryHash, chosen, overrideLabels }: CompileOptions,
): Promise<QueryPlan> {
  const operationName = chosen.operation.name?.value ?? null;
  const { node } = await planner.plan({
    source,
    queryHash,
    operationName,
    overrideLabels,
    defers: chosen.defers,
  });
  return { node: node && mergeFetches(node) };
}

function rootTypeOf(schema: GraphQLSchema, { operation }: OperationDefinitionNode) {
  const type = schema.getRootType(operation);
  if (!type) throw new Error(`the schema has no ${operation} type`);
  return type;
}
