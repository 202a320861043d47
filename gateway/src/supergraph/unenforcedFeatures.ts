import type { DirectiveNode, DocumentNode } from 'graphql';

/**
 * Features of purpose SECURITY that this gateway enforces: inaccessible elements are in no schema that clients see, and
 * arguments from the context are in none either and filled in by the gateway.
 */
const ENFORCED = new Set(['https://specs.apollo.dev/inaccessible', 'https://specs.apollo.dev/context']);

/**
 * The features that a supergraph says are needed for its security and that this gateway would not enforce, as the URLs
 * of their specifications.
 * Source: the `for` argument of `@link`, https://specs.apollo.dev/link/v1.0.
 */
export function unenforcedFeatures(supergraph: DocumentNode): string[] {
  const links: DirectiveNode[] = [];
  for (const definition of supergraph.definitions) {
    if (definition.kind === 'SchemaDefinition' || definition.kind === 'SchemaExtension') {
      links.push(
        ...(definition.directives ?? []).filter(({ name }) => ['link', 'core'].includes(name.value)),
      );
    }
  }
  return links.flatMap((link) => {
    const argument = (name: string) => {
      const value = link.arguments?.find((candidate) => candidate.name.value === name)?.value;
      return value?.kind === 'EnumValue' || value?.kind === 'StringValue' ? value.value : '';
    };
    const url = argument('url') || argument('feature');
    const isEnforced = ENFORCED.has(url.replace(/\/v[\d.]+$/, ''));
    return argument('for') === 'SECURITY' && !isEnforced ? [url] : [];
  });
}
