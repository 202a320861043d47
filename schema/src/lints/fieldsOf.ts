import { type DocumentNode, type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';

/** A field of an object or interface type in one subgraph, definitions and extensions alike. */
export interface SubgraphField {
  readonly type: string;
  readonly field: FieldDefinitionNode;
  /** Directives on the type, which Federation lets a field inherit (`@shareable`). */
  readonly typeDirectives: readonly string[];
}

/** All fields of all composite types in a document, in document order. */
export function fieldsOf(document: DocumentNode): SubgraphField[] {
  return document.definitions.flatMap((definition) => {
    if (
      definition.kind !== Kind.OBJECT_TYPE_DEFINITION &&
      definition.kind !== Kind.OBJECT_TYPE_EXTENSION &&
      definition.kind !== Kind.INTERFACE_TYPE_DEFINITION &&
      definition.kind !== Kind.INTERFACE_TYPE_EXTENSION
    ) {
      return [];
    }
    const typeDirectives = (definition.directives ?? []).map(({ name }) => name.value);
    return (definition.fields ?? []).map((field) => ({ type: definition.name.value, field, typeDirectives }));
  });
}

export function hasDirective(field: FieldDefinitionNode, name: string): boolean {
  return (field.directives ?? []).some((directive) => directive.name.value === name);
}

/** The type without its list and non-null wrappers. */
export function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

/** Whether the innermost type is marked non-null: `T!`, `[T!]`, `[T!]!`. */
export function isItemNonNull(type: TypeNode): boolean {
  if (type.kind === Kind.LIST_TYPE) return isItemNonNull(type.type);
  if (type.kind === Kind.NON_NULL_TYPE) {
    return type.type.kind === Kind.NAMED_TYPE ? true : isItemNonNull(type.type);
  }
  return false;
}
