import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const one = { id: 'x', a: 'a', b: 'b', c: 'c' };
const resolvers = { Thing: { __resolveReference: () => one } };

/** Most fields can be had in several subgraphs; what counts is how often somebody is asked. */
export const shortestWay: FederationGroup = {
  name: 'fields that can be had in several subgraphs',
  subgraphs: [
    subgraph(
      'one',
      'type Query { thing: Thing @shareable }  type Thing @key(fields: "id") { id: ID!  a: String @shareable  onlyOne: Int }',
      { Query: { thing: () => one }, ...resolvers },
    ),
    subgraph(
      'two',
      'type Query { thing: Thing @shareable }  type Thing @key(fields: "id") { id: ID!  a: String @shareable  b: String @shareable }',
      { Query: { thing: () => one }, ...resolvers },
    ),
    subgraph(
      'three',
      'type Thing @key(fields: "id") { id: ID!  a: String @shareable  b: String @shareable  c: String  child: Thing }',
      { Thing: { __resolveReference: () => one, child: () => one } },
    ),
  ],
  cases: [
    {
      name: 'are all had where the root field is, if that has them',
      query: '{ thing { a b } }',
      data: { thing: { a: 'a', b: 'b' } },
      fetches: { two: 1 },
    },
    {
      name: 'are had together with the field for which one has to go further',
      query: '{ thing { b c onlyOne } }',
      data: { thing: { b: 'b', c: 'c', onlyOne: null } },
      fetches: { one: 1, two: 1, three: 1 },
      // Apollo sees that `three` has to be asked anyhow.
      fetchesBy: { apollo: { one: 1, three: 1 } },
    },
    {
      name: 'are had on the spot below a field of the subgraph that has them',
      query: '{ thing { child { a b c child { b } } } }',
      data: { thing: { child: { a: 'a', b: 'b', c: 'c', child: { b: 'b' } } } },
    },
  ],
};
