import type { SelectionSetNode, VariableDefinitionNode } from 'graphql';

/**
 * A query plan in the gateway's own terms, whichever planner made it. The node kinds are those of Apollo's plans, except
 * that fetches of entities are a kind of their own: one of them may ask several questions at once.
 */
export interface QueryPlan {
  /** Null when the operation asks no subgraph for anything (`__typename`, introspection). */
  readonly node: PlanNode | null;
}

export type PlanNode =
  | SequenceNode
  | ParallelNode
  | RootFetchNode
  | EntityFetchNode
  | ConditionNode
  | DeferNode
  | SubscriptionNode;

export interface SequenceNode {
  readonly kind: 'Sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'Parallel';
  readonly nodes: readonly PlanNode[];
}

/** Asks a subgraph for fields of the root type. */
export interface RootFetchNode {
  readonly kind: 'RootFetch';
  /** What deferred blocks name it by; null when none depends on it. */
  readonly id: string | null;
  readonly subgraph: string;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
  readonly selectionSet: SelectionSetNode;
  readonly variables: readonly VariableDefinitionNode[];
  readonly outputRewrites: readonly Rewrite[];
  /** Where the fields belong; empty for the root of the answer, else a path to objects of the root type. */
  readonly path: PlanPath;
}

/** Asks a subgraph for more of entities that are known already, by `_entities`. */
export interface EntityFetchNode {
  readonly kind: 'EntityFetch';
  readonly ids: readonly string[];
  readonly subgraph: string;
  readonly questions: readonly EntityQuestion[];
}

/** One use of `_entities`. */
export interface EntityQuestion {
  /** Where the entities stand. */
  readonly paths: readonly PlanPath[];
  /** What a representation consists of. */
  readonly requires: readonly RequiredSelection[];
  /** What is asked of the entities. */
  readonly selectionSet: SelectionSetNode;
  /** The client's variables that `selectionSet` uses, and those that stand for context arguments. */
  readonly variables: readonly VariableDefinitionNode[];
  /** Applied to representations. */
  readonly inputRewrites: readonly Rewrite[];
  /** Applied to each entity of the answer. */
  readonly outputRewrites: readonly Rewrite[];
  /** Values taken from around an entity (`@fromContext`) that become variables. */
  readonly contextRewrites: readonly KeyRenamer[];
}

/** Steps from the root of the answer: a data key, "each of the list", or "only objects of these types". */
export type PlanPath = readonly PathStep[];
export type PathStep =
  | { readonly key: string }
  | '@'
  | { readonly types: readonly string[] }
  /** Only in context rewrites: up to the object around. */
  | '..';

export type RequiredSelection = RequiredField | RequiredFragment;

export interface RequiredField {
  readonly kind: 'Field';
  /** The key under which the value stands in the answer so far. */
  readonly source: string;
  /** The key under which the representation has it. */
  readonly target: string;
  /** Null for leaves. */
  readonly selections: readonly RequiredSelection[] | null;
}

export interface RequiredFragment {
  readonly kind: 'Fragment';
  /** Name of an object type, interface or union of the supergraph; null for any. */
  readonly on: string | null;
  readonly selections: readonly RequiredSelection[];
}

export type Rewrite = ValueSetter | KeyRenamer;

/** Sets the last step of a path to a value. */
export interface ValueSetter {
  readonly kind: 'ValueSetter';
  readonly path: PlanPath;
  readonly value: string;
}

/** Gives the last step of a path another name. */
export interface KeyRenamer {
  readonly kind: 'KeyRenamer';
  readonly path: PlanPath;
  readonly renameTo: string;
}

export interface ConditionNode {
  readonly kind: 'Condition';
  /** Name of a Boolean variable. */
  readonly condition: string;
  readonly ifClause: PlanNode | null;
  readonly elseClause: PlanNode | null;
}

export interface DeferNode {
  readonly kind: 'Defer';
  readonly primary: PlanNode | null;
  readonly deferred: readonly DeferredBlock[];
}

export interface DeferredBlock {
  /** Ids of the fetches that must be done before. */
  readonly depends: readonly string[];
  /** The label that the canonical operation gave to the fragment; null for blocks that only hold others. */
  readonly label: string | null;
  /** Where the fragment stands: data keys and type conditions (`... on T`). */
  readonly queryPath: readonly string[];
  readonly node: PlanNode | null;
}

export interface SubscriptionNode {
  readonly kind: 'Subscription';
  readonly primary: RootFetchNode;
  /** What is fetched for each event. */
  readonly rest: PlanNode | null;
}
