import type { DocumentNode } from 'graphql';

/** Which object types of a supergraph are of which interfaces and unions, those that clients cannot see among them. */
export interface TypeConditions {
  /** Whether an object of type `typename` matches a condition on `on`. */
  matches(typename: string, on: string): boolean;
  isAbstract(typename: string): boolean;
  /** Whether a field of a type cannot be null. */
  isNonNull(typename: string, field: string): boolean;
}

export function createTypeConditions(supergraph: DocumentNode): TypeConditions {
  const members = new Map<string, Set<string>>();
  const nonNull = new Set<string>();
  const membersOf = (name: string) => {
    const known = members.get(name) ?? new Set<string>();
    members.set(name, known);
    return known;
  };
  for (const definition of supergraph.definitions) {
    if (definition.kind === 'ObjectTypeDefinition' || definition.kind === 'InterfaceTypeDefinition') {
      for (const { name } of definition.interfaces ?? []) membersOf(name.value).add(definition.name.value);
      if (definition.kind === 'InterfaceTypeDefinition') membersOf(definition.name.value);
      for (const { name, type } of definition.fields ?? []) {
        if (type.kind === 'NonNullType') nonNull.add(`${definition.name.value}.${name.value}`);
      }
    } else if (definition.kind === 'UnionTypeDefinition') {
      for (const { name } of definition.types ?? []) membersOf(definition.name.value).add(name.value);
    }
  }
  return {
    matches: (typename, on) => typename === on || (members.get(on)?.has(typename) ?? false),
    isAbstract: (typename) => members.has(typename),
    isNonNull: (typename, field) => nonNull.has(`${typename}.${field}`),
  };
}
