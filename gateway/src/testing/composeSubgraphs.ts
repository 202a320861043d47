import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import type { TestSubgraph } from './startSubgraph.ts';

export const federationLink =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@inaccessible", "@shareable", "@tag"])\n';

/** The supergraph of some subgraphs, `extra` type definitions added to those of the subgraph they are named after. */
export function composeSubgraphs(
  subgraphs: readonly Pick<TestSubgraph, 'name' | 'url' | 'typeDefs'>[],
  extra: Readonly<Record<string, string>> = {},
): string {
  const result = composeServices(
    subgraphs.map(({ name, url, typeDefs }) => ({
      name,
      url,
      typeDefs: parse(typeDefs + (extra[name] ?? '')),
    })),
  );
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}
