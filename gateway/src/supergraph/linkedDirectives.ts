import { type DocumentNode, Kind, type ObjectValueNode, type ValueNode } from 'graphql';

/** A feature that a supergraph says it uses. */
export interface LinkedFeature {
  /** Of its specification, with the version. */
  readonly url: string;
  /** `SECURITY`, `EXECUTION`, or empty. */
  readonly purpose: string;
  /** The name in this document of one of its directives, which a document may rename. Both names without `@`. */
  directive(name: string): string;
}

/**
 * The features of a supergraph with the names that it gives to their directives.
 * Source: https://specs.apollo.dev/link/v1.0, "Renaming definitions".
 */
export function linkedFeatures(supergraph: DocumentNode): LinkedFeature[] {
  return supergraph.definitions.flatMap((definition) => {
    if (definition.kind !== Kind.SCHEMA_DEFINITION && definition.kind !== Kind.SCHEMA_EXTENSION) return [];
    return (definition.directives ?? [])
      .filter(({ name }) => name.value === 'link' || name.value === 'core')
      .map((link) => {
        const argument = (name: string) =>
          link.arguments?.find((candidate) => candidate.name.value === name)?.value;
        return toFeature({
          url: textOf(argument('url')) || textOf(argument('feature')),
          purpose: textOf(argument('for')),
          namespace: textOf(argument('as')),
          imports: argument('import'),
        });
      });
  });
}

function toFeature(o: {
  readonly url: string;
  readonly purpose: string;
  readonly namespace: string;
  readonly imports: ValueNode | undefined;
}): LinkedFeature {
  const own =
    o.url
      .replace(/\/v[\d.]+$/, '')
      .split('/')
      .at(-1) ?? '';
  const imported = new Map<string, string>();
  for (const item of o.imports?.kind === Kind.LIST ? o.imports.values : []) {
    const name = item.kind === Kind.OBJECT ? memberOf(item, 'name') : textOf(item);
    const as = item.kind === Kind.OBJECT ? memberOf(item, 'as') || name : name;
    if (name.startsWith('@')) imported.set(name.slice(1), as.replace(/^@/, ''));
  }
  const namespace = o.namespace === '' ? own : o.namespace;
  return {
    url: o.url,
    purpose: o.purpose,
    // A directive that has the name of its feature is the one that the namespace itself stands for.
    directive: (name) => imported.get(name) ?? (name === own ? namespace : `${namespace}__${name}`),
  };
}

function memberOf({ fields }: ObjectValueNode, name: string): string {
  return textOf(fields.find((field) => field.name.value === name)?.value);
}

function textOf(value: ValueNode | undefined): string {
  return value?.kind === Kind.STRING || value?.kind === Kind.ENUM ? value.value : '';
}
