import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { SupergraphFacts } from '../planning/canonicalOperation.ts';

/** What a supergraph has that the schema of its clients does not show. */
export interface HiddenElements {
  /** Object types of the supergraph that clients do not see. */
  readonly types: ReadonlySet<string>;
  /** Enum values that clients do not see, by enum. */
  readonly enumValues: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Compares a supergraph with the schema that clients see. */
export function hiddenElements(supergraph: DocumentNode, schema: GraphQLSchema): HiddenElements {
  const types = new Set<string>();
  const enumValues = new Map<string, Set<string>>();
  for (const definition of supergraph.definitions) {
    if (definition.kind === 'ObjectTypeDefinition') {
      if (schema.getType(definition.name.value) === undefined) types.add(definition.name.value);
    } else if (definition.kind === 'EnumTypeDefinition') {
      const seen = schema.getType(definition.name.value);
      const known = seen !== undefined && 'getValue' in seen ? seen : undefined;
      const hidden = (definition.values ?? [])
        .map(({ name }) => name.value)
        .filter((name) => !known?.getValue(name));
      if (hidden.length > 0) enumValues.set(definition.name.value, new Set(hidden));
    }
  }
  return { types, enumValues };
}

/** What planning must know of a supergraph beyond the schema that clients see. */
export function supergraphFacts(supergraph: DocumentNode, { types }: HiddenElements): SupergraphFacts {
  const requiring = new Set<string>();
  const partlyHidden = new Set<string>();
  for (const definition of supergraph.definitions) {
    if (definition.kind === 'ObjectTypeDefinition') {
      for (const field of definition.fields ?? []) {
        // Source: join__field(requires:), https://specs.apollo.dev/join.
        const requires = (field.directives ?? []).some(
          ({ name, arguments: given }) =>
            name.value === 'join__field' && given?.some((argument) => argument.name.value === 'requires'),
        );
        if (requires) requiring.add(`${definition.name.value}.${field.name.value}`);
      }
      if (types.has(definition.name.value)) {
        for (const { name } of definition.interfaces ?? []) partlyHidden.add(name.value);
      }
    } else if (definition.kind === 'UnionTypeDefinition') {
      const isPartly = (definition.types ?? []).some(({ name }) => types.has(name.value));
      if (isPartly) partlyHidden.add(definition.name.value);
    }
  }
  return { requiring, partlyHidden };
}
