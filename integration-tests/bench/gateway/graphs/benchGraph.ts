import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

/** A graph made for the bench: its subgraphs answer from memory, all in one process. */
export interface BenchGraph {
  readonly name: string;
  readonly subgraphs: readonly BenchSubgraph[];
}

export interface BenchSubgraph {
  readonly name: string;
  readonly typeDefs: string;
  /** As `buildSubgraphSchema` takes them. */
  readonly resolvers: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** @throws {Error} with what composition says. */
export function composeGraph({ subgraphs }: BenchGraph, urlOf: (subgraph: string) => string): string {
  const result = composeServices(
    subgraphs.map(({ name, typeDefs }) => ({ name, url: urlOf(name), typeDefs: parse(typeDefs) })),
  );
  if (result.errors) throw new Error(result.errors.map(({ message }) => message).join('\n'));
  return result.supergraphSdl;
}
