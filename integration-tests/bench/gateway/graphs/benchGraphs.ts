import type { BenchGraph } from './benchGraph.ts';
import { bombGraph } from './bombGraph.ts';
import { listGraph } from './list/listGraph.ts';
import { retailGraph } from './retail/retailGraph.ts';

/** Every graph that the subgraph process serves, by name. */
export const benchGraphs: ReadonlyMap<string, BenchGraph> = new Map(
  [retailGraph, listGraph, bombGraph].map((graph) => [graph.name, graph]),
);
