import type { SubgraphEndpoint } from './readSubgraphEndpoints.ts';

/** Scheme, host and port of the subgraphs whose address the supergraph says itself; `pinned` says the others'. */
export function originsOf(
  endpoints: readonly SubgraphEndpoint[],
  pinned: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    endpoints.filter(({ name }) => !pinned.has(name)).map(({ name, url }) => [name, url.origin]),
  );
}
