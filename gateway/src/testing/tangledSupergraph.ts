import { composeSubgraphs, federationLink } from './composeSubgraphs.ts';

const kinds = ['A', 'B', 'C', 'D'];

/**
 * A supergraph on which short queries take long to plan: each step along `next` can lead to four types of four
 * subgraphs, and needs a field of theirs first. Nothing listens at its URLs.
 */
export function tangledSupergraph(): string {
  const url = 'http://127.0.0.1:1/graphql';
  const hub = `${federationLink}
    type Query { first: Node  motto: String }
    interface Node @key(fields: "ref") { ref: ID!  id: ID!  next: [Node] }
    ${kinds.map((kind) => `type ${kind} implements Node @key(fields: "ref") { ref: ID!  id: ID! @external  seen: ID @external  next: [Node] @requires(fields: "seen") }`).join('\n')}`;
  const others = kinds.map((kind) => ({
    name: `of${kind}`,
    url,
    typeDefs: `${federationLink} type ${kind} @key(fields: "ref") { ref: ID!  id: ID!  seen: ID }`,
  }));
  return composeSubgraphs([{ name: 'hub', url, typeDefs: hub }, ...others]);
}

/** A query that follows `next` so many times. */
export function tangledQuery(steps: number): string {
  return `{ first ${'{ next '.repeat(steps)}{ id }${' }'.repeat(steps)} }`;
}
