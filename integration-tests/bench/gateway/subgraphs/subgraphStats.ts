/** What the subgraph process has seen since it started. */
export interface SubgraphStats {
  readonly fetches: number;
  /** Fetches that came without an authorization header. */
  readonly unauthorized: number;
  /** Answers that were not in memory. */
  readonly misses: number;
  /** Milliseconds during which at least one fetch was waiting for its answer. */
  readonly busyMs: number;
}
