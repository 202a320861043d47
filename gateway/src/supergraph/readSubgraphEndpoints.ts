import { type DocumentNode, type EnumTypeDefinitionNode, Kind, type StringValueNode } from 'graphql';

/** Where one subgraph of a supergraph is reached. */
export interface SubgraphEndpoint {
  readonly name: string;
  readonly url: URL;
}

/**
 * The subgraphs that a supergraph names in its `join__Graph` enum, each at the URL written there unless `overrides`
 * knows a better one.
 * @throws {Error} naming every subgraph without a usable URL, or when the text is not a Federation 2 supergraph.
 */
export function readSubgraphEndpoints(
  supergraph: DocumentNode,
  overrides: ReadonlyMap<string, string>,
): SubgraphEndpoint[] {
  const graphs = supergraph.definitions.find(
    (definition): definition is EnumTypeDefinitionNode =>
      definition.kind === Kind.ENUM_TYPE_DEFINITION && definition.name.value === 'join__Graph',
  );
  if (graphs === undefined) throw new Error('not a Federation 2 supergraph: it has no enum join__Graph');

  const endpoints: SubgraphEndpoint[] = [];
  const wrong: string[] = [];
  for (const value of graphs.values ?? []) {
    const graph = value.directives?.find((directive) => directive.name.value === 'join__graph');
    const argument = (name: string) =>
      (
        graph?.arguments?.find((candidate) => candidate.name.value === name)?.value as
          | StringValueNode
          | undefined
      )?.value ?? '';
    const name = argument('name');
    const url = overrides.get(name) ?? argument('url');
    if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol))
      endpoints.push({ name, url: new URL(url) });
    else wrong.push(name);
  }
  if (wrong.length > 0) {
    throw new Error(
      `no http(s) URL for the subgraphs ${wrong.join(', ')}: compose with one, or set SUBGRAPH_URLS=${wrong.map((name) => `${name}=<url>`).join(',')}`,
    );
  }
  return endpoints;
}
