import type { PlanNode, QueryPlan } from './queryPlan.ts';

/** The names of all subgraphs that a plan may ask, on whatever branch. */
export function planSubgraphs({ node }: QueryPlan): ReadonlySet<string> {
  const names = new Set<string>();
  visitFetches(node, ({ subgraph }) => names.add(subgraph));
  return names;
}

/** Calls `visit` with every fetch of a plan. */
export function visitFetches(
  node: PlanNode | null,
  visit: (fetch: Extract<PlanNode, { kind: 'RootFetch' | 'EntityFetch' }>) => void,
): void {
  switch (node?.kind) {
    case 'RootFetch':
    case 'EntityFetch':
      visit(node);
      break;
    case 'Sequence':
    case 'Parallel':
      for (const child of node.nodes) visitFetches(child, visit);
      break;
    case 'Condition':
      visitFetches(node.ifClause, visit);
      visitFetches(node.elseClause, visit);
      break;
    case 'Defer':
      visitFetches(node.primary, visit);
      for (const block of node.deferred) visitFetches(block.node, visit);
      break;
    case 'Subscription':
      visit(node.primary);
      visitFetches(node.rest, visit);
      break;
    default:
  }
}
