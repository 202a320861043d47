import type {
  BatchFetchNode,
  FetchNode,
  FetchNodePathSegment,
  FetchRewrite,
  FlattenNodePathSegment,
  QueryPlan as HivePlan,
  PlanNode as HivePlanNode,
  RequiresSelection,
} from '@graphql-hive/router-query-planner';
import type {
  EntityFetchNode,
  PathStep,
  PlanNode,
  PlanPath,
  QueryPlan,
  RequiredSelection,
  Rewrite,
  RootFetchNode,
} from '../queryPlan.ts';
import { readFetchOperation } from '../readFetchOperation.ts';

/** A plan of the Rust planner in the gateway's own terms. */
export function fromHivePlan({ node }: HivePlan): QueryPlan {
  return { node: node === undefined ? null : toNode(node, []) };
}

function toNode(node: HivePlanNode, path: PlanPath): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: node.kind, nodes: node.nodes.map((child) => toNode(child, path)) };
    case 'Parallel':
      return inOrder(node.nodes.map((child) => toNode(child, path)));
    case 'Flatten':
      return toNode(node.node, [...path, ...node.path.map(toStep)]);
    case 'Fetch':
      return toFetch(node, path);
    case 'BatchFetch':
      return toEntityFetch(node);
    case 'Condition':
      return {
        kind: 'Condition',
        condition: node.condition,
        ifClause: node.ifClause ? toNode(node.ifClause, path) : null,
        elseClause: node.elseClause ? toNode(node.elseClause, path) : null,
      };
    case 'Defer':
      return {
        kind: 'Defer',
        primary: node.primary.node ? toNode(node.primary.node, path) : null,
        deferred: node.deferred.map(({ depends, label, queryPath, node: child }) => ({
          depends: depends.map(({ id }) => id),
          label: label ?? null,
          queryPath,
          node: child ? toNode(child, path) : null,
        })),
      };
    case 'Subscription':
      return { kind: 'Subscription', primary: toFetch(node.primary, []) as RootFetchNode, rest: null };
  }
}

/**
 * Fetches at the same time, but for mutations: a mutation waits until everything that was selected on the one before it
 * is there, and the planner lets it run beside that.
 * Source: GraphQL specification, section 6.2.2.
 */
function inOrder(nodes: readonly PlanNode[]): PlanNode {
  const mutations = nodes.filter((node) => node.kind === 'RootFetch' && node.operationKind === 'mutation');
  if (mutations.length === 0) return { kind: 'Parallel', nodes };
  const others = nodes.filter((node) => !mutations.includes(node));
  return { kind: 'Sequence', nodes: [{ kind: 'Parallel', nodes: others }, ...mutations] };
}

function toFetch(node: FetchNode, path: PlanPath): RootFetchNode | EntityFetchNode {
  const { selectionSet, variables, uses } = readFetchOperation(node.operation);
  const outputRewrites = (node.outputRewrites ?? []).map(toRewrite);
  const [entities] = uses;
  if (node.requires === undefined || entities === undefined) {
    return {
      kind: 'RootFetch',
      id: null,
      subgraph: node.serviceName,
      operationKind: node.operationKind ?? 'query',
      selectionSet,
      variables,
      outputRewrites,
      path,
    };
  }
  return {
    kind: 'EntityFetch',
    ids: [],
    subgraph: node.serviceName,
    questions: [
      {
        paths: [path],
        requires: node.requires.map(toRequired),
        selectionSet: entities.selectionSet,
        variables: variables.filter(({ variable }) => variable.name.value !== entities.representations),
        inputRewrites: (node.inputRewrites ?? []).map(toRewrite),
        outputRewrites,
        contextRewrites: [],
      },
    ],
  };
}

function toEntityFetch(node: BatchFetchNode): EntityFetchNode {
  const { variables, uses } = readFetchOperation(node.operation);
  const representations = new Set(uses.map((use) => use.representations));
  return {
    kind: 'EntityFetch',
    ids: [],
    subgraph: node.serviceName,
    questions: node.entityBatch.aliases.map((entry) => {
      const use = uses.find(({ alias }) => alias === entry.alias);
      if (use === undefined) throw new Error(`the plan's batch has no ${entry.alias}`);
      return {
        paths: entry.paths.map((path) => path.map(toStep)),
        requires: entry.requires.map(toRequired),
        selectionSet: use.selectionSet,
        variables: variables.filter(({ variable }) => !representations.has(variable.name.value)),
        inputRewrites: (entry.inputRewrites ?? []).map(toRewrite),
        outputRewrites: (entry.outputRewrites ?? []).map(toRewrite),
        contextRewrites: [],
      };
    }),
  };
}

function toStep(segment: FlattenNodePathSegment): PathStep {
  if (segment === '@') return '@';
  return 'Field' in segment ? { key: segment.Field } : { types: segment.TypeCondition };
}

function toRewriteStep(segment: FetchNodePathSegment): PathStep {
  return 'Key' in segment ? { key: segment.Key } : { types: segment.TypenameEquals };
}

function toRequired(selection: RequiresSelection): RequiredSelection {
  switch (selection.kind) {
    case 'Field':
      return {
        kind: 'Field',
        source: selection.name,
        target: selection.alias ?? selection.name,
        selections: selection.selections?.map(toRequired) ?? null,
      };
    case 'InlineFragment':
      return {
        kind: 'Fragment',
        on: selection.typeCondition,
        selections: selection.selections.map(toRequired),
      };
    default:
      throw new Error(`a plan that requires a named fragment: ${selection.value}`);
  }
}

function toRewrite(rewrite: FetchRewrite): Rewrite {
  if ('KeyRenamer' in rewrite) {
    const { path, renameKeyTo } = rewrite.KeyRenamer;
    return { kind: 'KeyRenamer', path: path.map(toRewriteStep), renameTo: renameKeyTo };
  }
  const { path, setValueTo } = 'ValueSetter' in rewrite ? rewrite.ValueSetter : rewrite;
  return { kind: 'ValueSetter', path: path.map(toRewriteStep), value: setValueTo };
}
