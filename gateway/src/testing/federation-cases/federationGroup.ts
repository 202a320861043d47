import type { CaseSubgraph } from './subgraph.ts';

/** Cases about one idea, on one supergraph. */
export interface FederationGroup {
  readonly name: string;
  readonly subgraphs: readonly CaseSubgraph[];
  /** The supergraph, where it is not to be composed from the subgraphs. */
  readonly supergraphSdl?: string;
  /** Labels of progressive `@override` that hold. */
  readonly overrideLabels?: readonly string[];
  /** Where the caller stands in 0…100 for labels by percent. */
  readonly percentile?: number;
  readonly cases: readonly FederationCase[];
  /** Puts data back that a case may have changed; called before each case. */
  reset?(): void;
}

/** One operation and all that must be true of its answer. */
export interface FederationCase {
  /** A sentence about behaviour. */
  readonly name: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly operationName?: string;
  /** Compared with its order of keys; left out where the operation is refused as a whole. */
  readonly data?: unknown;
  /** Each as `<path with dots> <code>`, or only a code for an error without a path, in any order. None when left out. */
  readonly errors?: readonly string[];
  /** How many fetches each subgraph gets; subgraphs that are not named get none. Not looked at when left out. */
  readonly fetches?: FetchCounts;
  /** Where a planner needs another number of fetches than `fetches` says. */
  readonly fetchesBy?: Readonly<Record<string, FetchCounts>>;
  /** All representations that each of these subgraphs gets, over all its fetches, in any order. */
  readonly representations?: Readonly<Record<string, readonly object[]>>;
  /** Subgraphs whose every answer is unreadable. */
  readonly broken?: readonly string[];
}

export type FetchCounts = Readonly<Record<string, number>>;
