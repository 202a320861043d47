import type { BenchGraph } from './benchGraph.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';
const nobody = { id: 'nobody', name: 'Nobody' };

/** Small, and yet hard to plan: `friend` can be had from two subgraphs at every step, `left` and `right` branch. */
export const bombGraph: BenchGraph = {
  name: 'bombs',
  subgraphs: [
    {
      name: 'people',
      typeDefs: `${LINK}
        type Query { me: Person }
        type Person @key(fields: "id") { id: ID!  name: String  friend: Person @shareable }`,
      resolvers: { Query: { me: () => nobody }, Person: { __resolveReference: () => nobody } },
    },
    {
      name: 'friends',
      typeDefs: `${LINK}
        type Person @key(fields: "id") { id: ID!  left: Person  right: Person  friend: Person @shareable }`,
      resolvers: { Person: { __resolveReference: () => nobody } },
    },
  ],
};
