import type { PlanNode, QueryPlan, SubscriptionNode } from '@apollo/query-planner';

/** The names of all subgraphs that a plan may ask, on whatever branch. */
export function subgraphsOf({ node }: QueryPlan): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (visited: PlanNode | SubscriptionNode | undefined): void => {
    switch (visited?.kind) {
      case 'Fetch':
        names.add(visited.serviceName);
        break;
      case 'Sequence':
      case 'Parallel':
        visited.nodes.forEach(visit);
        break;
      case 'Flatten':
        visit(visited.node);
        break;
      case 'Condition':
        visit(visited.ifClause);
        visit(visited.elseClause);
        break;
      case 'Defer':
        visit(visited.primary.node);
        for (const { node: deferred } of visited.deferred) visit(deferred);
        break;
      case 'Subscription':
        visit(visited.primary);
        visit(visited.rest);
        break;
      default:
    }
  };
  visit(node);
  return names;
}
