import { requestError } from '../errors/requestError.ts';
import type { DocumentSize } from './measureDocument.ts';

/** What a document may be before it is looked at any further. */
export interface DocumentLimits {
  readonly maxDepth: number;
  readonly maxRootFields: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
}

/** A client that puts its queries together from parts repeats fragments; by hand nobody repeats fields. */
const MAX_REPEATS = 100;

/** @throws {GraphQLError} QUERY_TOO_COMPLEX; no message repeats a name of the document. */
export function limitDocument(size: DocumentSize, limits: DocumentLimits): void {
  if (size.isCircular) {
    throw requestError('GRAPHQL_VALIDATION_FAILED', 'A fragment contains itself.');
  }
  if (size.hasEndlessNumber) {
    throw requestError('GRAPHQL_VALIDATION_FAILED', 'A number of the document is too large to be one.');
  }
  const rows: readonly (readonly [number, number, string])[] = [
    [size.depth, limits.maxDepth, 'levels of fields'],
    [size.rootFields, limits.maxRootFields, 'fields at its root, those of fragments counted'],
    [size.aliases, limits.maxAliases, 'aliases, those of fragments counted wherever they are used'],
    [size.directives, limits.maxDirectives, 'directives'],
    [size.repeats, MAX_REPEATS, 'fields that repeat one beside them'],
  ];
  for (const [count, limit, what] of rows) {
    if (count > limit) {
      throw requestError(
        'QUERY_TOO_COMPLEX',
        `The operation has ${count} ${what}; at most ${limit} are allowed.`,
      );
    }
  }
}
