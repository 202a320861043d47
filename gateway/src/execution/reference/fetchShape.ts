import {
  type DirectiveNode,
  type FragmentDefinitionNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isInterfaceType,
  isObjectType,
  Kind,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
} from 'graphql';

/** What a fetch asks a subgraph for, by runtime type. */
export interface FetchShape {
  readonly isMutation: boolean;
  /** It asks for `_entities`; `fieldsOf` then speaks of the entities' types. */
  readonly isEntityFetch: boolean;
  /** Name of the root type that a fetch of root fields selects on. */
  readonly rootType: string;
  readonly fieldsOf: FieldsOf;
}

/** The fields selected on an object of this type, by response name. */
export type FieldsOf = (typename: string) => ReadonlyMap<string, FieldShape>;

export interface FieldShape {
  /** The supergraph's type of the field; null where it has none to say (`__typename`, unknown types). */
  readonly type: GraphQLOutputType | null;
  /** Null for leaves. */
  readonly fieldsOf: FieldsOf | null;
  /** The answer may rightly leave it out: `@skip`, `@include`, or a fragment on a type the subgraph sees differently. */
  readonly isConditional: boolean;
}

const MAX_CACHED = 2_000;

/** Reads fetch operations against a supergraph; each text is read once and kept while it is among the recent ones. */
export function createFetchShapes(supergraph: GraphQLSchema): (operation: string) => FetchShape {
  const cache = new Map<string, FetchShape>();
  return (operation) => {
    const cached = cache.get(operation);
    if (cached !== undefined) return cached;
    const shape = readFetchShape(operation, supergraph);
    if (cache.size >= MAX_CACHED) cache.delete(cache.keys().next().value as string);
    cache.set(operation, shape);
    return shape;
  };
}

function readFetchShape(text: string, schema: GraphQLSchema): FetchShape {
  const { definitions } = parse(text, { noLocation: true });
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const operation = definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  if (operation === undefined) throw new Error('a fetch without an operation');
  const [first] = operation.selectionSet.selections;
  const entities =
    first?.kind === Kind.FIELD && first.name.value === '_entities' ? first.selectionSet : undefined;
  const isMutation = operation.operation === OperationTypeNode.MUTATION;
  return {
    isMutation,
    isEntityFetch: entities !== undefined,
    rootType: (isMutation ? schema.getMutationType() : schema.getQueryType())?.name ?? '',
    fieldsOf: createFieldsOf([entities ?? operation.selectionSet], schema, fragments),
  };
}

interface Collected {
  readonly name: string;
  readonly selections: SelectionSetNode[];
  isConditional: boolean;
}

function createFieldsOf(
  selectionSets: readonly SelectionSetNode[],
  schema: GraphQLSchema,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): FieldsOf {
  const byType = new Map<string, ReadonlyMap<string, FieldShape>>();

  const collect = (
    set: SelectionSetNode,
    typename: string,
    isConditional: boolean,
    into: Map<string, Collected>,
  ) => {
    for (const selection of set.selections) {
      const conditional = isConditional || isSwitched(selection.directives);
      if (selection.kind === Kind.FIELD) {
        const key = selection.alias?.value ?? selection.name.value;
        const known = into.get(key) ?? {
          name: selection.name.value,
          selections: [],
          isConditional: conditional,
        };
        known.isConditional &&= conditional;
        if (selection.selectionSet) known.selections.push(selection.selectionSet);
        into.set(key, known);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
      const on = fragment?.typeCondition?.name.value ?? typename;
      if (fragment !== undefined && (on === typename || isSubtype(schema, typename, on))) {
        collect(fragment.selectionSet, typename, conditional || on !== typename, into);
      }
    }
  };

  return (typename) => {
    const cached = byType.get(typename);
    if (cached !== undefined) return cached;
    const collected = new Map<string, Collected>();
    for (const set of selectionSets) collect(set, typename, false, collected);
    const type = schema.getType(typename);
    const definitions = isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
    const fields = new Map<string, FieldShape>();
    for (const [key, { name, selections, isConditional }] of collected) {
      fields.set(key, {
        type: (Object.hasOwn(definitions, name) ? definitions[name]?.type : undefined) ?? null,
        fieldsOf: selections.length === 0 ? null : createFieldsOf(selections, schema, fragments),
        isConditional,
      });
    }
    byType.set(typename, fields);
    return fields;
  };
}

function isSwitched(directives: readonly DirectiveNode[] | undefined): boolean {
  return directives?.some(({ name }) => name.value === 'skip' || name.value === 'include') ?? false;
}

function isSubtype(schema: GraphQLSchema, typename: string, of: string): boolean {
  const type = schema.getType(typename);
  const abstract = schema.getType(of);
  return (
    isAbstractType(abstract) &&
    (isObjectType(type) || isInterfaceType(type)) &&
    schema.isSubType(abstract, type)
  );
}
