import type { DocumentNode } from 'graphql';
import { linkedFeatures } from './linkedDirectives.ts';

/**
 * Features of purpose SECURITY that this gateway enforces, in any version: inaccessible elements are in no schema that
 * clients see, and arguments from the context are in none either and filled in by the gateway.
 */
const ENFORCED = new Set(['https://specs.apollo.dev/inaccessible', 'https://specs.apollo.dev/context']);

/** Those whose next version could ask for something that is not known here. */
const ENFORCED_VERSIONS = new Set([
  'https://specs.apollo.dev/authenticated/v0.1',
  'https://specs.apollo.dev/requiresScopes/v0.1',
  'https://specs.apollo.dev/policy/v0.1',
]);

/**
 * The features that a supergraph says are needed for its security and that this gateway would not enforce, as the URLs
 * of their specifications.
 * Source: the `for` argument of `@link`, https://specs.apollo.dev/link/v1.0.
 */
export function unenforcedFeatures(supergraph: DocumentNode): string[] {
  return linkedFeatures(supergraph)
    .filter(({ url, purpose }) => purpose === 'SECURITY' && !isEnforced(url))
    .map(({ url }) => url);
}

function isEnforced(url: string): boolean {
  return ENFORCED_VERSIONS.has(url) || ENFORCED.has(url.replace(/\/v[\d.]+$/, ''));
}
