import type { DocumentNode } from 'graphql';

/**
 * The fields of object types that a subgraph resolves with the help of others (`@requires`), as coordinates `Type.field`.
 * Source: `join__field(requires:)`, https://specs.apollo.dev/join.
 */
export function requiringFields(supergraph: DocumentNode): ReadonlySet<string> {
  const coordinates = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind !== 'ObjectTypeDefinition') continue;
    for (const field of definition.fields ?? []) {
      const requires = (field.directives ?? []).some(
        ({ name, arguments: given }) =>
          name.value === 'join__field' && given?.some((argument) => argument.name.value === 'requires'),
      );
      if (requires) coordinates.add(`${definition.name.value}.${field.name.value}`);
    }
  }
  return coordinates;
}
