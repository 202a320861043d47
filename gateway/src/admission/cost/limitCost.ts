import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
  valueFromASTUntyped,
} from 'graphql';
import { requestError } from '../../errors/requestError.ts';
import { readCostDirectives } from './costDirectives.ts';
import { createOperationCost } from './operationCost.ts';
import { createValueReader } from './valueReader.ts';

export interface CostLimits {
  readonly maxCost: number;
  /** Items that a list is taken to have of which the schema says nothing. */
  readonly listSize: number;
}

/** Refuses operations that cost too much; what one costs is worked out once for the same values of its variables. */
export interface CostLimit {
  /** Takes up a schema that clients see, with the supergraph that it is of. */
  load(schema: GraphQLSchema, supergraphSdl: string): void;
  /** @throws {GraphQLError} QUERY_TOO_COMPLEX, with the cost and the limit. */
  check(asked: AskedOperation): void;
}

interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Combinations of values that are remembered of one operation. */
const MAX_COMBINATIONS = 100;

export function createCostLimit({ maxCost, listSize: defaultSize }: CostLimits): CostLimit {
  const costs = new WeakMap<GraphQLSchema, ReturnType<typeof createOperationCost>>();
  const known = new WeakMap<OperationDefinitionNode, KnownCosts>();

  const costOf = ({ schema, document, operation, variables }: AskedOperation): number => {
    const found = known.get(operation);
    const isKnown = found?.schema === schema;
    const before = isKnown ? found.byValues.get(keyOf(found.variables, variables)) : undefined;
    if (before !== undefined) return before;
    const values = createValueReader(withDefaults(operation, variables));
    const cost = costs.get(schema)?.({ document, operation, values }) ?? 0;
    const kept = isKnown ? found : { schema, variables: [...values.variables], byValues: new Map() };
    if (kept.byValues.size >= MAX_COMBINATIONS) kept.byValues.clear();
    kept.byValues.set(keyOf(kept.variables, variables), cost);
    known.set(operation, kept);
    return cost;
  };

  return {
    load(schema, supergraphSdl) {
      const directives = readCostDirectives(parse(supergraphSdl, { noLocation: true }));
      costs.set(schema, createOperationCost({ schema, directives, defaultSize }));
    },
    check(asked) {
      const cost = costOf(asked);
      if (cost <= maxCost) return;
      throw requestError(
        'QUERY_TOO_COMPLEX',
        `The operation costs ${cost}; at most ${maxCost} is allowed. Ask for shorter lists, or for fewer fields of them.`,
      );
    },
  };
}

interface KnownCosts {
  readonly schema: GraphQLSchema;
  /** Names of those that the cost depends on. */
  readonly variables: readonly string[];
  readonly byValues: Map<string, number>;
}

function keyOf(names: readonly string[], variables: Readonly<Record<string, unknown>>): string {
  return names.length === 0 ? '' : JSON.stringify(names.map((name) => variables[name]));
}

function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = { ...variables };
  for (const { variable, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    if (defaultValue?.kind === Kind.NULL) continue;
    if (defaultValue !== undefined) values[name] ??= valueFromASTUntyped(defaultValue);
  }
  return values;
}
