import { visitFetches } from '../../planning/planSubgraphs.ts';
import type { PlanNode, QueryPlan } from '../../planning/queryPlan.ts';
import { compileDeferred, type DeferredPlan } from './deferredPlan.ts';
import { compileEntityFetch } from './fetchEntities.ts';
import { compileRootFetch } from './fetchRoot.ts';
import type { NodeEnvironment, PlanEnvironment, Step } from './step.ts';

/** A plan ready to run; whatever is deferred in it can be run with the rest or later. */
export function compilePlan({ node }: QueryPlan, environment: PlanEnvironment): DeferredPlan {
  let isShared = true;
  visitFetches(node, (fetch) => {
    if (fetch.kind === 'EntityFetch')
      isShared &&= fetch.questions.every(({ contextRewrites }) => contextRewrites.length === 0);
  });
  return compileDeferred(node, { ...environment, isShared }, compileNode);
}

function compileNode(node: PlanNode, environment: NodeEnvironment): Step {
  const { clientOf, types, rootTypes, isShared } = environment;
  switch (node.kind) {
    case 'Sequence': {
      const steps = node.nodes.map((child) => compileNode(child, environment));
      return async (run) => {
        for (const step of steps) await step(run);
      };
    }
    case 'Parallel': {
      const steps = node.nodes.map((child) => compileNode(child, environment));
      return async (run) => {
        await Promise.all(steps.map((step) => step(run)));
      };
    }
    case 'RootFetch': {
      const rootType = rootTypes[node.operationKind];
      return andTell(
        node.id === null ? [] : [node.id],
        compileRootFetch(node, { client: clientOf(node.subgraph), types, rootType }),
      );
    }
    case 'EntityFetch': {
      const { subgraph } = node;
      const isKey = (typename: string, field: string) => environment.isOfKey(subgraph, typename, field);
      const fetch = compileEntityFetch(node, { client: clientOf(subgraph), types, isShared, isKey });
      return andTell(node.ids, fetch);
    }
    case 'Condition': {
      const ifStep = node.ifClause && compileNode(node.ifClause, environment);
      const elseStep = node.elseClause && compileNode(node.elseClause, environment);
      return async (run) => {
        await (run.variables[node.condition] === true ? ifStep : elseStep)?.(run);
      };
    }
    case 'Defer':
      throw new Error('deferred parts stand at the top of a plan or of another deferred part');
    case 'Subscription':
      throw new Error('a subscription is not run as one operation');
  }
}

/** Tells what waits for a fetch that it is done. */
function andTell(ids: readonly string[], step: Step): Step {
  if (ids.length === 0) return step;
  return async (run) => {
    await step(run);
    run.fetched.done(ids);
  };
}
