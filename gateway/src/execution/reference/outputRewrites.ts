import type { FetchDataRewrite, PlanNode, QueryPlan } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import { ownValue, setOwn } from '../ownProperty.ts';

const FRAGMENT = '... on ';

/** The renames a plan wants done to the answers of its fetches, by fetch. */
export type PlanRewrites = ReadonlyMap<string, readonly FetchDataRewrite[]>;

export function fetchKey(subgraph: string, operation: string): string {
  return `${subgraph}\n${operation}`;
}

/** Reads a plan's output rewrites, once per plan. */
export function createPlanRewrites(): (plan: QueryPlan) => PlanRewrites {
  const byPlan = new WeakMap<QueryPlan, PlanRewrites>();
  return (plan) => {
    const known = byPlan.get(plan);
    if (known !== undefined) return known;
    const rewrites = new Map<string, readonly FetchDataRewrite[]>();
    if (plan.node !== undefined && plan.node.kind !== 'Subscription') collect(plan.node, rewrites);
    byPlan.set(plan, rewrites);
    return rewrites;
  };
}

/**
 * Undoes the aliases that the planner gave to fields, in place, for every value. Apollo's executor does the same
 * afterwards and finds nothing left to do: its own renaming loses 0, false and the empty string.
 */
export function applyRenames(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[],
  value: object,
): void {
  for (const rewrite of rewrites) {
    if (rewrite.kind === 'KeyRenamer') rename(schema, rewrite.path, rewrite.renameKeyTo, value);
  }
}

function rename(schema: GraphQLSchema, path: readonly string[], to: string, value: unknown): void {
  if (Array.isArray(value)) {
    for (const element of value) rename(schema, path, to, element);
    return;
  }
  const [head, ...rest] = path;
  if (typeof value !== 'object' || value === null || head === undefined) return;
  if (head.startsWith(FRAGMENT)) {
    if (isOfType(schema, ownValue(value, '__typename'), head.slice(FRAGMENT.length)))
      rename(schema, rest, to, value);
  } else if (rest.length > 0) {
    rename(schema, rest, to, ownValue(value, head));
  } else if (Object.hasOwn(value, head)) {
    setOwn(value, to, ownValue(value, head));
    Reflect.deleteProperty(value, head);
  }
}

/** An object that does not name its type counts as a match, as in Apollo's executor. */
function isOfType(schema: GraphQLSchema, typename: unknown, condition: string): boolean {
  if (typeof typename !== 'string' || typename === condition) return true;
  const type = schema.getType(typename);
  const abstract = schema.getType(condition);
  return isAbstractType(abstract) && isObjectType(type) && schema.isSubType(abstract, type);
}

function collect(node: PlanNode, into: Map<string, readonly FetchDataRewrite[]>): void {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      for (const child of node.nodes) collect(child, into);
      break;
    case 'Flatten':
      collect(node.node, into);
      break;
    case 'Condition':
      if (node.ifClause) collect(node.ifClause, into);
      if (node.elseClause) collect(node.elseClause, into);
      break;
    case 'Fetch':
      if (node.outputRewrites?.length)
        into.set(fetchKey(node.serviceName, node.operation), node.outputRewrites);
      break;
    case 'Defer':
      break;
  }
}
