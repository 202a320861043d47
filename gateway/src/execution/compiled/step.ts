import type { SubgraphClient } from '../../transport/subgraphClient.ts';
import type { Run } from './run.ts';
import type { TypeConditions } from './typeConditions.ts';

/** Runs a part of a plan; never rejects for what a subgraph does. */
export type Step = (run: Run) => Promise<void>;

export interface PlanEnvironment {
  /** @throws {Error} when the supergraph has no such subgraph. */
  clientOf(subgraph: string): SubgraphClient;
  readonly types: TypeConditions;
  /** Whether a field is part of a key by which a subgraph is asked for entities of a type. */
  isOfKey(subgraph: string, typename: string, field: string): boolean;
  /** Names of the root types by kind of operation. */
  readonly rootTypes: Readonly<Record<'query' | 'mutation' | 'subscription', string>>;
}

export type NodeEnvironment = PlanEnvironment & {
  /** Whether two places of one entity may be shown the same objects. */
  readonly isShared: boolean;
};
