import type { BenchGraph } from '../graphs/benchGraph.ts';

/** Operations that are sent to a gateway as fast as it answers them. */
export interface LoadWorkload {
  readonly name: string;
  /** What is asked, for the head of a table. */
  readonly title: string;
  readonly graph: BenchGraph;
  /** JSON bodies, sent in turn. */
  readonly bodies: readonly string[];
  /** Whether every request comes from another caller, or all from one. */
  readonly callers: 'distinct' | 'one';
}
