import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const posts = [
  { __typename: 'Picture', id: 'p1', madeAt: 'old' },
  { __typename: 'Letter', id: 'l1', madeAt: 'old' },
];

export const overrideTypeInterface: FederationGroup = {
  name: '@override of a field that an interface has',
  subgraphs: [
    subgraph(
      'feed',
      `type Query { feed: [Post!]! }
       interface Post { id: ID!  madeAt: String! }
       type Picture implements Post @key(fields: "id") { id: ID!  madeAt: String! }
       type Letter implements Post @key(fields: "id") { id: ID!  madeAt: String! }`,
      {
        Query: { feed: () => posts },
        Picture: { __resolveReference: find(posts) },
        Letter: { __resolveReference: find(posts) },
      },
    ),
    subgraph(
      'pictures',
      `type Query { pictures: [Shown!]! }
       interface Shown { id: ID!  madeAt: String! }
       type Picture implements Shown @key(fields: "id") { id: ID!  madeAt: String! @override(from: "feed") }`,
      {
        Query: { pictures: () => [{ __typename: 'Picture', id: 'p1', madeAt: 'new' }] },
        Picture: { __resolveReference: ({ id }) => ({ id, madeAt: 'new' }) },
      },
    ),
  ],
  cases: [
    {
      name: 'holds behind the interface for the type that is overridden, and for no other',
      query: '{ feed { id madeAt } }',
      data: {
        feed: [
          { id: 'p1', madeAt: 'new' },
          { id: 'l1', madeAt: 'old' },
        ],
      },
      fetches: { feed: 1, pictures: 1 },
      representations: { pictures: [{ __typename: 'Picture', id: 'p1' }] },
    },
    {
      name: 'holds under a fragment',
      query: '{ feed { ... on Picture { madeAt } ... on Letter { at: madeAt } } }',
      data: { feed: [{ madeAt: 'new' }, { at: 'old' }] },
    },
    {
      name: 'needs nobody else in the new subgraph',
      query: '{ pictures { madeAt } }',
      data: { pictures: [{ madeAt: 'new' }] },
      fetches: { pictures: 1 },
    },
  ],
};
