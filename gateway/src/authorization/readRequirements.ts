import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { linkedFeatures } from '../supergraph/linkedDirectives.ts';
import type { Requirement } from './requirement.ts';

/** What a supergraph asks of callers, coordinate by coordinate; all of it must be met. */
export interface Requirements {
  /** Of an object type, interface, scalar or enum. Unions have none of their own: their members do. */
  ofType(type: string): readonly Requirement[];
  /**
   * Of a field: what stands at it, at its type, and at everything that a subgraph is given to resolve it (`@requires`,
   * `@fromContext`), so that nothing protected shows through what was made of it. For a field of an interface also what any
   * type behind it asks, its own requirement included. Keys ask for nothing: they are fetched, not shown.
   */
  ofField(type: string, field: string): readonly Requirement[];
  /** Every coordinate that carries a directive which asks for something: `Type` or `Type.field`. */
  readonly coordinates: readonly string[];
  /** Nothing is asked for anywhere. */
  readonly isEmpty: boolean;
}

/** What a field asks for whether or not a directive says so; null: nothing. */
export type StandingRequirement = (type: string, field: string) => Requirement | null;

const FEATURES = ['authenticated', 'requiresScopes', 'policy'] as const;

/** Reads a supergraph; directives count under whatever name it has given them. `standing`: null where nothing is asked for beside them. */
export function readRequirements(
  supergraph: DocumentNode,
  standing: StandingRequirement | null = null,
): Requirements {
  const names = directiveNames(supergraph);
  const types = new Map<string, readonly Requirement[]>();
  const fields = new Map<string, readonly Requirement[]>();
  const returns = new Map<string, string>();
  const inputs = new Map<string, readonly FieldInput[]>();
  const members = new Map<string, string[]>();
  const interned = new Map<string, Requirement>();

  for (const definition of supergraph.definitions) {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
      definition.kind !== Kind.SCALAR_TYPE_DEFINITION &&
      definition.kind !== Kind.ENUM_TYPE_DEFINITION
    )
      continue;
    const type = definition.name.value;
    put(types, type, read(definition.directives));
    if (!('fields' in definition)) continue;
    for (const { name } of definition.interfaces ?? [])
      members.set(name.value, [...(members.get(name.value) ?? []), type]);
    for (const field of definition.fields ?? []) {
      const coordinate = `${type}.${field.name.value}`;
      put(fields, coordinate, read(field.directives));
      returns.set(coordinate, namedType(field.type));
      inputs.set(coordinate, inputsOf(field, type));
    }
  }

  function read(directives: readonly ConstDirectiveNode[] = []): readonly Requirement[] {
    return directives.filter(({ name }) => names.has(name.value)).map(toRequirement);
  }

  function toRequirement(directive: ConstDirectiveNode): Requirement {
    const feature = names.get(directive.name.value);
    const asked = {
      isAuthenticated: feature === 'authenticated',
      scopes: feature === 'requiresScopes' ? listsOf(directive, 'scopes') : [],
      policies: feature === 'policy' ? listsOf(directive, 'policies') : [],
    };
    const id = JSON.stringify(asked);
    const requirement = interned.get(id) ?? { id, ...asked };
    interned.set(id, requirement);
    return requirement;
  }

  /** What subgraphs are given values of to resolve a field. */
  function inputsOf(field: FieldDefinitionNode, type: string): FieldInput[] {
    const found: FieldInput[] = [];
    for (const join of (field.directives ?? []).filter(({ name }) => name.value === 'join__field')) {
      const requires = join.arguments?.find(({ name }) => name.value === 'requires')?.value;
      if (requires?.kind === Kind.STRING)
        found.push({ on: type, selectionSet: selectionSetOf(`{${requires.value}}`) });
      const context = join.arguments?.find(({ name }) => name.value === 'contextArguments')?.value;
      for (const item of context?.kind === Kind.LIST ? context.values : []) {
        if (item.kind !== Kind.OBJECT) continue;
        const member = (name: string) => item.fields.find((one) => one.name.value === name)?.value;
        const selection = member('selection');
        const from = member('context');
        if (selection?.kind !== Kind.STRING || from?.kind !== Kind.STRING) continue;
        for (const holder of contextTypes(supergraph, from.value))
          found.push({ on: holder, selectionSet: selectionSetOf(selection.value) });
      }
    }
    return found;
  }

  const known = new Map<string, readonly Requirement[]>();
  /** `trail` ends circles of fields that require one another. */
  const gather = (type: string, field: string, into: Set<Requirement>, trail: Set<string>): void => {
    const coordinate = `${type}.${field}`;
    if (trail.has(coordinate)) return;
    trail.add(coordinate);
    const add = (requirements: readonly Requirement[] = []) => {
      for (const requirement of requirements) into.add(requirement);
    };
    add(types.get(type));
    add(fields.get(coordinate));
    add(types.get(returns.get(coordinate) ?? ''));
    const always = standing?.(type, field) ?? null;
    if (always !== null) into.add(always);
    for (const member of members.get(type) ?? []) gather(member, field, into, trail);
    const collect = ({ selections }: SelectionSetNode, on: string): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) {
          const name = selection.name.value;
          gather(on, name, into, trail);
          if (selection.selectionSet) collect(selection.selectionSet, returns.get(`${on}.${name}`) ?? '');
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const narrowed = selection.typeCondition?.name.value ?? on;
          add(types.get(narrowed));
          collect(selection.selectionSet, narrowed);
        }
      }
    };
    for (const { selectionSet, on } of inputs.get(coordinate) ?? []) collect(selectionSet, on);
  };

  return {
    ofType: (type) => types.get(type) ?? [],
    ofField(type, field) {
      const coordinate = `${type}.${field}`;
      const before = known.get(coordinate);
      if (before !== undefined) return before;
      const found = new Set<Requirement>();
      gather(type, field, found, new Set());
      known.set(coordinate, [...found]);
      return [...found];
    },
    coordinates: [...types.keys(), ...fields.keys()],
    isEmpty: standing === null && types.size === 0 && fields.size === 0,
  };
}

interface FieldInput {
  readonly on: string;
  readonly selectionSet: SelectionSetNode;
}

function selectionSetOf(text: string): SelectionSetNode {
  const { definitions } = parse(text, { noLocation: true });
  return (definitions[0] as OperationDefinitionNode).selectionSet;
}

function put(
  into: Map<string, readonly Requirement[]>,
  key: string,
  requirements: readonly Requirement[],
): void {
  if (requirements.length > 0) into.set(key, requirements);
}

/** Which feature a directive of the document belongs to. */
function directiveNames(supergraph: DocumentNode): ReadonlyMap<string, (typeof FEATURES)[number]> {
  const names = new Map<string, (typeof FEATURES)[number]>();
  for (const feature of linkedFeatures(supergraph)) {
    const found = FEATURES.find((name) => feature.url.startsWith(`https://specs.apollo.dev/${name}/`));
    if (found !== undefined) names.set(feature.directive(found), found);
  }
  return names;
}

/** Types that set a context. Source: `@context(name:)`, https://specs.apollo.dev/context/v0.1. */
function contextTypes(supergraph: DocumentNode, context: string): string[] {
  const [feature] = linkedFeatures(supergraph).filter(({ url }) =>
    url.startsWith('https://specs.apollo.dev/context/'),
  );
  if (feature === undefined) return [];
  const directive = feature.directive('context');
  return supergraph.definitions.flatMap((definition) => {
    if (!('name' in definition) || definition.name === undefined || !('directives' in definition)) return [];
    const sets = (definition.directives ?? []).some(
      ({ name, arguments: given }) =>
        name.value === directive &&
        given?.some(({ value }) => value.kind === Kind.STRING && value.value === context),
    );
    return sets ? [definition.name.value] : [];
  });
}

/** A list of lists of texts; GraphQL lets a single value stand for a list of one. */
function listsOf(directive: ConstDirectiveNode, argument: string): string[][] {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  const items = value === undefined ? [] : value.kind === Kind.LIST ? value.values : [value];
  return items.map((item) =>
    (item.kind === Kind.LIST ? item.values : [item]).flatMap((name) =>
      name.kind === Kind.STRING || name.kind === Kind.ENUM ? [name.value] : [],
    ),
  );
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
