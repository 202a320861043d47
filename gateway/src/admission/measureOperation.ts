import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large an operation is. */
export interface OperationSize {
  /**
   * Fields selected when fragments are written out and a field on an interface or union is counted once for every type
   * that may stand there: what planning it can grow to.
   */
  readonly selections: number;
  /** Levels of fields. */
  readonly depth: number;
  /** Fields with an alias, when fragments are written out. */
  readonly aliases: number;
}

/**
 * Measures an operation without writing anything out, in time linear in the document.
 * The document must be valid: fragments without cycles, known types. Introspection counts as one field.
 */
export function measureOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): OperationSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measured = new Map<string, OperationSize>();

  const measure = (set: SelectionSetNode, parent: GraphQLCompositeType): OperationSize => {
    let selections = 0;
    let depth = 0;
    let aliases = 0;
    const add = (size: OperationSize) => {
      selections += size.selections;
      depth = Math.max(depth, size.depth);
      aliases += size.aliases;
    };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const field =
          isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[selection.name.value] : null;
        const type = field ? getNamedType(field.type) : null;
        const below =
          selection.selectionSet && isCompositeType(type) ? measure(selection.selectionSet, type) : NOTHING;
        add({
          selections: breadth(schema, parent) * (1 + below.selections),
          depth: 1 + below.depth,
          aliases: (selection.alias ? 1 : 0) + below.aliases,
        });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        add(measure(selection.selectionSet, on === undefined ? parent : narrower(schema, parent, on)));
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined) continue;
        const type = narrower(schema, parent, fragment.typeCondition.name.value);
        const key = `${selection.name.value} ${type.name}`;
        const size = measured.get(key) ?? measure(fragment.selectionSet, type);
        measured.set(key, size);
        add(size);
      }
    }
    return { selections, depth, aliases };
  };

  const root = schema.getRootType(operation.operation);
  return root ? measure(operation.selectionSet, root) : NOTHING;
}

const NOTHING: OperationSize = { selections: 0, depth: 0, aliases: 0 };

/** How many types may stand where this one is declared. */
function breadth(schema: GraphQLSchema, type: GraphQLCompositeType): number {
  return isAbstractType(type) ? schema.getPossibleTypes(type).length : 1;
}

/** An object stays what it is inside a fragment on one of its interfaces. */
function narrower(schema: GraphQLSchema, parent: GraphQLCompositeType, on: string): GraphQLCompositeType {
  const type = schema.getType(on);
  if (!isCompositeType(type) || isObjectType(parent)) return parent;
  return breadth(schema, type) <= breadth(schema, parent) ? type : parent;
}
