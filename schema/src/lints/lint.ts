import type { Subgraph } from '../readSubgraphs.ts';

/** A rule that composition does not check. Answers one sentence for each breach, naming subgraph and coordinate. */
export type Lint = (subgraphs: readonly Subgraph[]) => string[];
