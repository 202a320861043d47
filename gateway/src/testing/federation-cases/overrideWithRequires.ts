import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const users = [{ id: 'u1', name: 'Old Ann', born: 1990 }];

export const overrideWithRequires: FederationGroup = {
  name: '@override of a field that others @require',
  subgraphs: [
    subgraph(
      'origin',
      'type Query { user: User }  type User @key(fields: "id") { id: ID!  name: String  born: Int }',
      { Query: { user: () => users[0] }, User: { __resolveReference: find(users) } },
    ),
    subgraph(
      'names',
      `type Query { named: User }
       type User @key(fields: "id") { id: ID!  name: String @override(from: "origin")  greeting: String }`,
      {
        Query: { named: () => ({ id: 'u1' }) },
        User: {
          __resolveReference: ({ id }) => ({ id }),
          name: () => 'New Ann',
          greeting: () => 'Good day',
        },
      },
    ),
    subgraph(
      'cards',
      `type Query { carded: User }
       type User @key(fields: "id") { id: ID!  name: String @external  born: Int @external  card: String @requires(fields: "name born") }`,
      {
        Query: { carded: () => ({ id: 'u1' }) },
        User: {
          __resolveReference: (reference) => reference,
          card: ({ name, born }) => `${name} (${born})`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'brings the new value into what requires it',
      query: '{ user { card } }',
      data: { user: { card: 'New Ann (1990)' } },
      fetches: { origin: 1, names: 1, cards: 1 },
      representations: { cards: [{ __typename: 'User', id: 'u1', name: 'New Ann', born: 1990 }] },
    },
    {
      name: 'brings it when the query starts where it is required',
      query: '{ carded { card name } }',
      data: { carded: { card: 'New Ann (1990)', name: 'New Ann' } },
      fetches: { cards: 2, names: 1, origin: 1 },
    },
    {
      name: 'brings it when the query starts at the new owner',
      query: '{ named { name greeting card } }',
      data: { named: { name: 'New Ann', greeting: 'Good day', card: 'New Ann (1990)' } },
      fetches: { names: 1, origin: 1, cards: 1 },
    },
  ],
};
