import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { JoinFacts } from '../supergraph/joinFacts.ts';
import { visitFetches } from './planSubgraphs.ts';
import type { EntityQuestion, QueryPlan, RequiredSelection } from './queryPlan.ts';

/**
 * What is wrong with a plan by what the supergraph says of its subgraphs; empty when nothing is. Both planners make such
 * plans in rare cases, and the answers are wrong without an error:
 *
 * - entities are asked for by a key that the subgraph does not resolve (`resolvable: false`);
 * - a field with `@requires` is asked for without what it requires;
 * - a subgraph is asked for a field that it has from others, where no `@provides` says that it has it.
 */
export function checkPlan({ node }: QueryPlan, facts: JoinFacts): string[] {
  const faults = new Set<string>();
  visitFetches(node, (fetch) => {
    const check = createSelectionCheck(fetch.subgraph, facts, (fault) => faults.add(fault));
    if (fetch.kind === 'RootFetch') {
      check(fetch.selectionSet, ROOT_TYPES[fetch.operationKind], EMPTY);
      return;
    }
    for (const question of fetch.questions) {
      const given = requiredNames(question.requires);
      for (const type of enteredTypes(question)) {
        if (!hasResolvableKey(fetch.subgraph, type, given, facts)) {
          faults.add(`${fetch.subgraph} does not resolve ${type} by what is known of it`);
        }
      }
      check(question.selectionSet, null, given);
    }
  });
  return [...faults];
}

/** Composition gives root types these names whatever subgraphs call them. */
const ROOT_TYPES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;
const EMPTY: ReadonlySet<string> = new Set();

function createSelectionCheck(subgraph: string, facts: JoinFacts, fault: (text: string) => void) {
  /**
   * `given`: names of what the representation of the object brings; of objects further down it brings nothing.
   * `provided`: what the way to the object provides of it.
   */
  const check = (
    set: SelectionSetNode,
    type: string | null,
    given: ReadonlySet<string>,
    provided: readonly SelectionSetNode[] = [],
  ): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        check(selection.selectionSet, selection.typeCondition?.name.value ?? type, given, provided);
        continue;
      }
      if (selection.kind !== Kind.FIELD || type === null) continue;
      const name = selection.name.value;
      const providedFields = provided.flatMap((fields) => fieldsCalled(fields, name));
      if (providedFields.length === 0) checkField(type, name, given);
      const below = facts.typeOf(type, name);
      if (!selection.selectionSet || below === null) continue;
      const provides = facts.fieldOf(subgraph, type, name)?.provides;
      const onward = providedFields.flatMap(({ selectionSet }) => selectionSet ?? []);
      check(selection.selectionSet, below, EMPTY, provides ? [...onward, provides] : onward);
    }
  };

  const checkField = (type: string, name: string, given: ReadonlySet<string>): void => {
    for (const possible of new Set([type, ...facts.possibleTypes(type)])) {
      const joined = facts.fieldOf(subgraph, possible, name);
      if (joined?.requires && !isGiven(joined.requires, possible, given)) {
        fault(`${subgraph} is asked for ${possible}.${name} without what it requires`);
      }
      if (joined?.isExternal && possible === type && !facts.isOfKey(subgraph, possible, name)) {
        fault(`${subgraph} is asked for ${possible}.${name}, which it has from others`);
      }
    }
  };

  /** Required fields that the subgraph has itself need not be brought. */
  const isGiven = (requires: SelectionSetNode, type: string, given: ReadonlySet<string>): boolean =>
    requires.selections.every((selection) => {
      if (selection.kind === Kind.INLINE_FRAGMENT) return isGiven(selection.selectionSet, type, given);
      if (selection.kind !== Kind.FIELD) return true;
      const name = selection.name.value;
      return given.has(name) || facts.fieldOf(subgraph, type, name)?.isExternal !== true;
    });
  return check;
}

function fieldsCalled(set: SelectionSetNode, name: string): FieldNode[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsCalled(selection.selectionSet, name);
    return selection.kind === Kind.FIELD && selection.name.value === name ? [selection] : [];
  });
}

function hasResolvableKey(
  subgraph: string,
  type: string,
  given: ReadonlySet<string>,
  facts: JoinFacts,
): boolean {
  const keys = facts.keysOf(subgraph, type);
  // Older supergraphs do not write down what a subgraph knows of a type that it only mentions.
  if (keys === null) return true;
  return keys.some((key) =>
    key.selections.every((selection) => selection.kind !== Kind.FIELD || given.has(selection.name.value)),
  );
}

/** The types under which entities are asked for. */
function enteredTypes({ requires, inputRewrites }: EntityQuestion): string[] {
  const renamed = new Map<string, string>();
  for (const rewrite of inputRewrites) {
    const [first, last] = rewrite.path;
    if (rewrite.kind !== 'ValueSetter' || typeof first !== 'object' || !('types' in first)) continue;
    if (typeof last === 'object' && 'key' in last && last.key === '__typename') {
      for (const type of first.types) renamed.set(type, rewrite.value);
    }
  }
  return requires.flatMap((selection) =>
    selection.kind === 'Fragment' && selection.on !== null ? [renamed.get(selection.on) ?? selection.on] : [],
  );
}

function requiredNames(requires: readonly RequiredSelection[]): ReadonlySet<string> {
  return new Set(
    requires.flatMap((selection) =>
      selection.kind === 'Field' ? [selection.target] : [...requiredNames(selection.selections)],
    ),
  );
}
