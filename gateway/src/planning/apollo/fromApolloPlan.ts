import type {
  QueryPlan as ApolloPlan,
  PlanNode as ApolloPlanNode,
  FetchDataRewrite,
  FetchNode,
  QueryPlanSelectionNode,
  SubscriptionNode,
} from '@apollo/query-planner';
import type {
  EntityFetchNode,
  KeyRenamer,
  PathStep,
  PlanNode,
  PlanPath,
  QueryPlan,
  RequiredSelection,
  Rewrite,
  RootFetchNode,
} from '../queryPlan.ts';
import { readFetchOperation } from '../readFetchOperation.ts';

const FRAGMENT = '... on ';

/** A plan of Apollo's planner in the gateway's own terms. */
export function fromApolloPlan({ node }: ApolloPlan): QueryPlan {
  return { node: node === undefined ? null : toNode(node, []) };
}

function toNode(node: ApolloPlanNode | SubscriptionNode, path: PlanPath): PlanNode {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return { kind: node.kind, nodes: node.nodes.map((child) => toNode(child, path)) };
    case 'Flatten':
      return toNode(node.node, [...path, ...node.path.map(toStep)]);
    case 'Fetch':
      return toFetch(node, path);
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
      return {
        kind: 'Subscription',
        primary: toFetch(node.primary, []) as RootFetchNode,
        rest: node.rest ? toNode(node.rest, path) : null,
      };
  }
}

function toFetch(node: FetchNode, path: PlanPath): RootFetchNode | EntityFetchNode {
  const { selectionSet, variables, uses } = readFetchOperation(node.operation);
  const outputRewrites = (node.outputRewrites ?? []).map(toRewrite);
  const [entities] = uses;
  if (node.requires === undefined || entities === undefined) {
    return {
      kind: 'RootFetch',
      id: node.id ?? null,
      subgraph: node.serviceName,
      operationKind: node.operationKind,
      selectionSet,
      variables,
      outputRewrites,
      path,
    };
  }
  return {
    kind: 'EntityFetch',
    ids: node.id === undefined ? [] : [node.id],
    subgraph: node.serviceName,
    questions: [
      {
        paths: [path],
        requires: node.requires.map(toRequired),
        selectionSet: entities.selectionSet,
        variables: variables.filter(({ variable }) => variable.name.value !== entities.representations),
        inputRewrites: (node.inputRewrites ?? []).map(toRewrite),
        outputRewrites,
        contextRewrites: (node.contextRewrites ?? []).map(toRewrite).filter(isRenamer),
      },
    ],
  };
}

function toStep(segment: string | number): PathStep {
  if (segment === '@' || segment === '..') return segment;
  const text = String(segment);
  // Type conditioned fetching writes `key|[A,B]`.
  return text.startsWith(FRAGMENT) ? { types: [text.slice(FRAGMENT.length)] } : { key: text };
}

function toRequired(selection: QueryPlanSelectionNode): RequiredSelection {
  if (selection.kind === 'Field') {
    const name = selection.alias ?? selection.name;
    return {
      kind: 'Field',
      source: name,
      target: name,
      selections: selection.selections?.map(toRequired) ?? null,
    };
  }
  return {
    kind: 'Fragment',
    on: selection.typeCondition ?? null,
    selections: selection.selections.map(toRequired),
  };
}

function toRewrite(rewrite: FetchDataRewrite): Rewrite {
  const path = rewrite.path.map(toStep);
  return rewrite.kind === 'ValueSetter'
    ? { kind: 'ValueSetter', path, value: String(rewrite.setValueTo) }
    : { kind: 'KeyRenamer', path, renameTo: rewrite.renameKeyTo };
}

function isRenamer(rewrite: Rewrite): rewrite is KeyRenamer {
  return rewrite.kind === 'KeyRenamer';
}
