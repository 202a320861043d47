import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [{ id: 'n1', text: 'Hello', likes: 0 }];

export const unusedSubscriptions: FederationGroup = {
  name: 'a graph with subscriptions that nobody asks for',
  subgraphs: [
    subgraph(
      'notes',
      `type Query { note: Note }
       type Mutation { write(text: String!): Note }
       type Subscription { noted: Note }
       type Note @key(fields: "id") { id: ID!  text: String }`,
      {
        Query: { note: () => rows[0] },
        Mutation: { write: (_, { text }) => ({ id: 'n1', text }) },
      },
    ),
    subgraph(
      'likes',
      `type Subscription { liked(id: ID): Note }
       type Note @key(fields: "id") { id: ID!  likes: Int }`,
      { Note: { __resolveReference: find(rows) } },
    ),
  ],
  cases: [
    {
      name: 'answers queries',
      query: '{ note { text likes } }',
      data: { note: { text: 'Hello', likes: 0 } },
      fetches: { notes: 1, likes: 1 },
    },
    {
      name: 'answers mutations',
      query: 'mutation { write(text: "x") { text likes } }',
      data: { write: { text: 'x', likes: 0 } },
      fetches: { notes: 1, likes: 1 },
    },
    {
      name: 'shows them in introspection',
      query: '{ __schema { subscriptionType { fields { name } } } }',
      data: { __schema: { subscriptionType: { fields: [{ name: 'liked' }, { name: 'noted' }] } } },
      fetches: {},
    },
  ],
};
