import { type ArgumentNode, type FieldNode, Kind, print, type SelectionSetNode } from 'graphql';
import type { JoinFacts } from '../supergraph/joinFacts.ts';
import { conflictingName } from './conflictingName.ts';
import { visitFetches } from './planSubgraphs.ts';
import type { EntityQuestion, QueryPlan, RequiredSelection } from './queryPlan.ts';

/**
 * What is wrong with a plan by what the supergraph says of its subgraphs; empty when nothing is. Both planners make such
 * plans in rare cases, and the answers are wrong without an error:
 *
 * - entities are asked for by a key that the subgraph does not resolve (`resolvable: false`);
 * - a field with `@requires` is asked for without what it requires;
 * - two `@requires` need one field with different arguments, and it is fetched for both under its one name;
 * - fields of different types stand under one name in one selection, which no subgraph accepts;
 * - a subgraph is asked for a field that it has from others, where no `@provides` says that it has it.
 */
export function checkPlan({ node }: QueryPlan, facts: JoinFacts): string[] {
  const faults = new Set<string>();
  const asked: AskedWithArguments = { fetched: new Set(), required: new Set() };
  visitFetches(node, (fetch) => {
    const check = createSelectionCheck({
      subgraph: fetch.subgraph,
      facts,
      asked,
      fault: (fault) => faults.add(fault),
    });
    const conflict = (set: SelectionSetNode, type: string | null) => {
      const name = conflictingName([{ set, type }], fetch.subgraph, facts);
      if (name !== null) faults.add(`${fetch.subgraph} is asked for fields of different types as ${name}`);
    };
    if (fetch.kind === 'RootFetch') {
      conflict(fetch.selectionSet, ROOT_TYPES[fetch.operationKind]);
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
      conflict(question.selectionSet, null);
      check(question.selectionSet, null, given);
    }
  });
  for (const field of asked.required) {
    if (!asked.fetched.has(field)) faults.add(`${field} is required and not fetched`);
  }
  return [...faults];
}

/** Composition gives root types these names whatever subgraphs call them. */
const ROOT_TYPES = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;
const EMPTY: ReadonlySet<string> = new Set();

/** Fields with their arguments, as `Type.field(arguments)`. */
interface AskedWithArguments {
  /** Fetched under a name that is not the client's. */
  readonly fetched: Set<string>;
  /** Named by the `@requires` of a field that the plan asks for. */
  readonly required: Set<string>;
}

const HIVE_ALIAS = '_internal_qp_alias';

function printAll(nodes: readonly ArgumentNode[]): string {
  return nodes.map((node) => print(node)).join();
}

function createSelectionCheck(o: {
  readonly subgraph: string;
  readonly facts: JoinFacts;
  readonly asked: AskedWithArguments;
  fault(text: string): void;
}) {
  const { subgraph, facts, asked, fault } = o;

  /** What a client asks with arguments has a name of its own (`DataKeys`): under other names it is fetched for `@requires`. */
  const noteFetched = (type: string, { alias, name, arguments: given = [] }: FieldNode): void => {
    const isOurs = alias === undefined || alias.value.startsWith(HIVE_ALIAS);
    if (isOurs && given.length > 0) asked.fetched.add(`${type}.${name.value}(${printAll(given)})`);
  };

  const noteRequired = (set: SelectionSetNode, type: string): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        noteRequired(selection.selectionSet, selection.typeCondition?.name.value ?? type);
      } else if (selection.kind === Kind.FIELD) {
        const { name, arguments: given = [], selectionSet } = selection;
        if (given.length > 0) asked.required.add(`${type}.${name.value}(${printAll(given)})`);
        const below = facts.typeOf(type, name.value);
        if (selectionSet && below !== null) noteRequired(selectionSet, below);
      }
    }
  };

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
      noteFetched(type, selection);
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
      if (joined?.requires) noteRequired(joined.requires, possible);
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
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        return isGiven(selection.selectionSet, selection.typeCondition?.name.value ?? type, given);
      }
      if (selection.kind !== Kind.FIELD) return true;
      const name = selection.name.value;
      if (given.has(name)) return true;
      if (facts.fieldOf(subgraph, type, name)?.isExternal) return false;
      const below = facts.typeOf(type, name);
      return !selection.selectionSet || below === null || isGiven(selection.selectionSet, below, EMPTY);
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
