import { Kind } from 'graphql';
import type { Subgraph } from '../readSubgraphs.ts';
import { fieldsOf, hasDirective, isItemNonNull, namedType } from './fieldsOf.ts';
import type { Lint } from './lint.ts';

/**
 * One agency that is down must null its own branch and nothing else, so nothing non-null crosses between subgraphs:
 *
 * 1. a field that an agency adds to somebody else's type (`Query`, `Person`, another agency's case) is nullable;
 * 2. a field that leads to a type with non-null fields resolved only elsewhere is nullable at that type.
 */
export const nullableBoundaries: Lint = (subgraphs) => [
  ...subgraphs.flatMap((subgraph) => nonNullAdditions(subgraph, subgraphs)),
  ...subgraphs.flatMap((subgraph) => nonNullReferences(subgraph, subgraphs)),
];

function nonNullAdditions(subgraph: Subgraph, all: readonly Subgraph[]): string[] {
  return fieldsOf(subgraph.typeDefs)
    .filter(({ type, field }) => {
      if (hasDirective(field, 'external') || field.type.kind !== Kind.NON_NULL_TYPE) return false;
      if (type === 'Query') return subgraph.manifest !== null;
      if (type === 'Person') return subgraph.manifest !== null && field.name.value !== 'credential';
      return (
        field.name.value !== 'ref' &&
        all.some(({ manifest }) => manifest?.type === type && manifest.subgraph !== subgraph.name)
      );
    })
    .map(
      ({ type, field }) =>
        `${subgraph.name}: ${type}.${field.name.value} must be nullable: ${type} is not this subgraph's own, and a failure here would take it away`,
    );
}

function nonNullReferences(subgraph: Subgraph, all: readonly Subgraph[]): string[] {
  return fieldsOf(subgraph.typeDefs)
    .filter(({ field }) => isItemNonNull(field.type) && !hasDirective(field, 'external'))
    .filter(({ field }) => foreignNonNullField(namedType(field.type), subgraph, all) !== undefined)
    .map(({ type, field }) => {
      const target = namedType(field.type);
      const foreign = foreignNonNullField(target, subgraph, all);
      return `${subgraph.name}: ${type}.${field.name.value} must lead to a nullable ${target}: ${target}.${foreign} comes from another subgraph and is non-null`;
    });
}

/** A non-null field of `type` that `subgraph` cannot resolve itself. */
function foreignNonNullField(type: string, subgraph: Subgraph, all: readonly Subgraph[]): string | undefined {
  const resolvedHere = new Set(
    fieldsOf(subgraph.typeDefs)
      .filter((candidate) => candidate.type === type && !hasDirective(candidate.field, 'external'))
      .map(({ field }) => field.name.value),
  );
  if (resolvedHere.size === 0) return undefined;
  return all
    .filter((other) => other !== subgraph)
    .flatMap((other) => fieldsOf(other.typeDefs))
    .find(
      (candidate) =>
        candidate.type === type &&
        candidate.field.type.kind === Kind.NON_NULL_TYPE &&
        !hasDirective(candidate.field, 'external') &&
        !resolvedHere.has(candidate.field.name.value),
    )?.field.name.value;
}
