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

/**
 * Fields that an operation selects when fragments are written out and a field on an interface or union is counted once
 * for every type that may stand there: what planning it can grow to. Takes time linear in the document, for it writes
 * nothing out. The document must be valid: fragments without cycles, known types. Introspection counts as one field.
 */
export function countSelections(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const counted = new Map<string, number>();

  const count = (set: SelectionSetNode, parent: GraphQLCompositeType): number => {
    let selections = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        const field =
          isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[selection.name.value] : null;
        const type = field ? getNamedType(field.type) : null;
        const below =
          selection.selectionSet && isCompositeType(type) ? count(selection.selectionSet, type) : 0;
        selections += breadth(schema, parent) * (1 + below);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const on = selection.typeCondition?.name.value;
        selections += count(selection.selectionSet, on === undefined ? parent : narrower(schema, parent, on));
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined) continue;
        const type = narrower(schema, parent, fragment.typeCondition.name.value);
        const key = `${selection.name.value} ${type.name}`;
        const below = counted.get(key) ?? count(fragment.selectionSet, type);
        counted.set(key, below);
        selections += below;
      }
    }
    return selections;
  };

  const root = schema.getRootType(operation.operation);
  return root ? count(operation.selectionSet, root) : 0;
}

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
