import { type DefinitionNode, type DocumentNode, isTypeDefinitionNode, Kind } from 'graphql';

/**
 * The types that all subgraphs share, and a subgraph's own, in one document. Where a subgraph defines a shared type itself, its
 * own counts: oversight enters `Person` by id alone, so that no credential is ever sent to it.
 */
export function withSharedTypes(shared: DocumentNode, own: readonly DocumentNode[]): DocumentNode {
  const definitions = own.flatMap((document) => document.definitions);
  const defined = new Set(definitions.flatMap((definition) => nameOfType(definition) ?? []));
  return {
    kind: Kind.DOCUMENT,
    definitions: [
      ...shared.definitions.filter((definition) => !defined.has(nameOfType(definition) ?? '')),
      ...definitions,
    ],
  };
}

/** Null for extensions and directives. */
function nameOfType(definition: DefinitionNode): string | null {
  return isTypeDefinitionNode(definition) ? definition.name.value : null;
}
