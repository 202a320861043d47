import type { BenchGraph } from './benchGraph.ts';
import { retailGraph } from './retail/retailGraph.ts';

/** Every graph that the subgraph process serves, by name. */
export const benchGraphs: ReadonlyMap<string, BenchGraph> = new Map(
  [retailGraph].map((graph) => [graph.name, graph]),
);
