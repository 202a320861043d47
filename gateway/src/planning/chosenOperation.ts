import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';

/** One operation of a valid document, with what decides how it is read. */
export interface ChosenOperation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced values; only those that `@skip`, `@include` and `@defer` name are looked at. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether `@defer` is honoured; where it is not, deferred fragments are fragments like others. */
  readonly defers: boolean;
}
