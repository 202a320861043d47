import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, parse } from 'graphql';
import type { ExecutorName } from '../../execution/executorName.ts';
import type { PlannerName } from '../../planning/plannerName.ts';
import { composeSubgraphs } from '../composeSubgraphs.ts';
import { type InProcessGraph, startInProcessGraph } from '../startInProcessGraph.ts';
import type { FederationGroup } from './federationGroup.ts';

/** The subgraphs of a group, composed once and served as often as there are ways to execute. */
export interface ComposedGroup {
  readonly subgraphs: ReadonlyMap<string, GraphQLSchema>;
  /** @throws when the executor or the planner refuses the supergraph. */
  start(executor: ExecutorName, planner: PlannerName): Promise<StartedGroup>;
}

export interface StartedGroup extends InProcessGraph {
  /** Subgraphs whose answers are replaced by something unreadable. */
  readonly broken: Set<string>;
}

const url = 'http://127.0.0.1:1/graphql';

export function composeGroup(group: FederationGroup): ComposedGroup {
  const supergraphSdl =
    group.supergraphSdl ?? composeSubgraphs(group.subgraphs.map((one) => ({ ...one, url })));
  const subgraphs = new Map(
    group.subgraphs.map(({ name, typeDefs, resolvers }) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as never }),
    ]),
  );
  return {
    subgraphs,
    async start(executor, planner) {
      const broken = new Set<string>();
      const graph = await startInProcessGraph({
        supergraphSdl,
        subgraphs,
        executor,
        planner,
        ...(group.overrideLabels === undefined ? {} : { overrideLabels: group.overrideLabels }),
        ...(group.percentile === undefined ? {} : { percentile: group.percentile }),
        answer: async ({ subgraph }, serve) => (broken.has(subgraph) ? null : serve()),
      });
      return { ...graph, broken };
    },
  };
}
