import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';

/** How one subgraph takes part in a field. */
export interface JoinedField {
  readonly isExternal: boolean;
  /** What its `@requires` names; null when it has none. */
  readonly requires: SelectionSetNode | null;
  /** What its `@provides` names; null when it has none. */
  readonly provides: SelectionSetNode | null;
  /** Its type there, where it differs from the supergraph's. */
  readonly type: string | null;
}

/** What a supergraph says of who resolves what. Source: https://specs.apollo.dev/join. */
export interface JoinFacts {
  /** The keys by which a subgraph can be asked for entities of a type; null where it does not know the type. */
  keysOf(subgraph: string, type: string): readonly SelectionSetNode[] | null;
  /** Whether a field belongs to any key that a subgraph knows of a type, resolvable or not. */
  isOfKey(subgraph: string, type: string, field: string): boolean;
  /** Null where nothing is written of the subgraph. */
  fieldOf(subgraph: string, type: string, field: string): JoinedField | null;
  /** Lists, nullability and, for leaves, the name of a field's type in a subgraph; null for unknown fields. */
  shapeOf(subgraph: string, type: string, field: string): string | null;
  /** Name of the type of a field, without lists; null for unknown fields. */
  typeOf(type: string, field: string): string | null;
  /** All labels of progressive `@override`. */
  readonly overrideLabels: ReadonlySet<string>;
  /** Whether any field has arguments that are filled in from the context (`@fromContext`). */
  readonly hasContextArguments: boolean;
  /**
   * Whether a subgraph can answer with an object of a type where an interface or union is declared. It can be of any type
   * where the subgraph knows the interface as an object (`@interfaceObject`).
   */
  canBe(subgraph: string, abstract: string, type: string): boolean;
  /** The object types of an interface or union; an object type is its own. */
  possibleTypes(type: string): readonly string[];
}

/** Reads a supergraph's `join__` directives. */
export function readJoinFacts(supergraph: DocumentNode): JoinFacts {
  const names = graphNames(supergraph);
  const keys = new Map<string, SelectionSetNode[]>();
  const keyFields = new Set<string>();
  const fields = new Map<string, JoinedField>();
  const types = new Map<string, string>();
  const shapes = new Map<string, string>();
  const composites = new Set<string>();
  const members = new Map<string, string[]>();
  const membersIn = new Map<string, Set<string>>();
  const overrideLabels = new Set<string>();
  let hasContextArguments = false;
  const addMember = (of: string, name: string) => members.set(of, [...(members.get(of) ?? []), name]);

  for (const definition of supergraph.definitions) {
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) {
      for (const { name } of definition.types ?? []) addMember(definition.name.value, name.value);
      for (const join of directives(definition.directives, 'join__unionMember')) {
        addMemberIn(text(join, 'graph'), definition.name.value, text(join, 'member') ?? '');
      }
    }
    if (definition.kind === Kind.UNION_TYPE_DEFINITION) composites.add(definition.name.value);
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION)
      continue;
    const type = definition.name.value;
    composites.add(type);
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
      for (const { name } of definition.interfaces ?? []) addMember(name.value, type);
    }
    for (const join of directives(definition.directives, 'join__implements')) {
      if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) {
        addMemberIn(text(join, 'graph'), text(join, 'interface') ?? '', type);
      }
    }
    for (const join of directives(definition.directives, 'join__type')) {
      const id = `${names.get(text(join, 'graph') ?? '')} ${type}`;
      const key = text(join, 'key');
      const known = keys.get(id) ?? [];
      keys.set(id, known);
      if (key !== null) for (const { name } of fieldsOf(fieldSet(key))) keyFields.add(`${id}.${name.value}`);
      if (key !== null && text(join, 'resolvable') !== 'false') known.push(fieldSet(key));
    }
    for (const field of definition.fields ?? []) {
      types.set(`${type}.${field.name.value}`, namedType(field.type));
      shapes.set(`${type}.${field.name.value}`, print(field.type));
      addField(type, field);
    }
  }

  function addMemberIn(graph: string | null, abstract: string, type: string): void {
    const id = `${names.get(graph ?? '')} ${abstract}`;
    membersIn.set(id, (membersIn.get(id) ?? new Set()).add(type));
  }

  function addField(type: string, field: FieldDefinitionNode): void {
    for (const join of directives(field.directives, 'join__field')) {
      const graph = text(join, 'graph');
      if (graph === null) continue;
      const requires = text(join, 'requires');
      const provides = text(join, 'provides');
      const label = text(join, 'overrideLabel');
      if (label !== null) overrideLabels.add(label);
      hasContextArguments ||= join.arguments?.some(({ name }) => name.value === 'contextArguments') ?? false;
      fields.set(`${names.get(graph)} ${type}.${field.name.value}`, {
        isExternal: text(join, 'external') === 'true',
        requires: requires === null ? null : fieldSet(requires),
        provides: provides === null ? null : fieldSet(provides),
        type: text(join, 'type'),
      });
    }
  }

  return {
    keysOf: (subgraph, type) => keys.get(`${subgraph} ${type}`) ?? null,
    isOfKey: (subgraph, type, field) => keyFields.has(`${subgraph} ${type}.${field}`),
    fieldOf: (subgraph, type, field) => fields.get(`${subgraph} ${type}.${field}`) ?? null,
    shapeOf(subgraph, type, field) {
      const own = fields.get(`${subgraph} ${type}.${field}`)?.type ?? shapes.get(`${type}.${field}`);
      if (own === undefined) return null;
      const name = own.replace(/[[\]!]/g, '');
      return composites.has(name) ? own.replace(name, '') : own;
    },
    typeOf: (type, field) => types.get(`${type}.${field}`) ?? null,
    canBe: (subgraph, abstract, type) =>
      abstract === type || (membersIn.get(`${subgraph} ${abstract}`)?.has(type) ?? true),
    overrideLabels,
    hasContextArguments,
    possibleTypes: (type) => members.get(type) ?? [type],
  };
}

/** Names of subgraphs by the values of the enum `join__Graph`. */
function graphNames(supergraph: DocumentNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') continue;
    for (const value of definition.values ?? []) {
      const [join] = directives(value.directives, 'join__graph');
      names.set(value.name.value, (join && text(join, 'name')) ?? value.name.value);
    }
  }
  return names;
}

function directives(all: readonly ConstDirectiveNode[] | undefined, name: string): ConstDirectiveNode[] {
  return (all ?? []).filter((directive) => directive.name.value === name);
}

function text(directive: ConstDirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((argument) => argument.name.value === name)?.value;
  if (value === undefined) return null;
  return value.kind === Kind.BOOLEAN ? String(value.value) : 'value' in value ? String(value.value) : null;
}

function fieldSet(selections: string): SelectionSetNode {
  const { definitions } = parse(`{${selections}}`, { noLocation: true });
  return (definitions[0] as OperationDefinitionNode).selectionSet;
}

function fieldsOf({ selections }: SelectionSetNode): FieldNode[] {
  return selections.filter((selection) => selection.kind === Kind.FIELD);
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
