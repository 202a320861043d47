import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const posts = [
  { id: 'p1', writer: 'w1' },
  { id: 'p2', writer: 'w2' },
];
const writers = [
  { id: 'w1', years: 3 },
  { id: 'w2', years: 0 },
];

/** `writers` needs a field of `posts` that needs a field of `writers`. */
export const requiresCircular: FederationGroup = {
  name: '@requires that goes to another subgraph and comes back',
  subgraphs: [
    subgraph(
      'posts',
      `type Query { posts: [Post!]! }
       type Post @key(fields: "id") {
         id: ID!
         writer: Writer!
         expert: Boolean! @requires(fields: "writer { years }")
       }
       type Writer @key(fields: "id") { id: ID!  years: Int! @external }`,
      {
        Query: { posts: () => posts },
        Post: {
          __resolveReference: (reference) => ({
            ...posts.find((post) => post.id === reference.id),
            ...reference,
            given: reference.writer,
          }),
          writer: ({ id, writer }) =>
            typeof writer === 'string'
              ? { id: writer }
              : { id: posts.find((post) => post.id === id)?.writer },
          expert: ({ given }) => given.years > 2,
        },
      },
    ),
    subgraph(
      'writers',
      `type Post @key(fields: "id") { id: ID!  expert: Boolean! @external  badge: String! @requires(fields: "expert") }
       type Writer @key(fields: "id") { id: ID!  years: Int! }`,
      {
        Post: {
          __resolveReference: (reference) => reference,
          badge: ({ expert }) => (expert ? 'gold' : 'none'),
        },
        Writer: { __resolveReference: find(writers) },
      },
    ),
  ],
  cases: [
    {
      name: 'computes step by step',
      query: '{ posts { badge } }',
      data: { posts: [{ badge: 'gold' }, { badge: 'none' }] },
      fetches: { posts: 2, writers: 2 },
      representations: {
        writers: [
          { __typename: 'Writer', id: 'w1' },
          { __typename: 'Writer', id: 'w2' },
          { __typename: 'Post', id: 'p1', expert: true },
          { __typename: 'Post', id: 'p2', expert: false },
        ],
      },
    },
    {
      name: 'gives the steps in between to a client who asks for them',
      query: '{ posts { badge expert writer { years } } }',
      data: {
        posts: [
          { badge: 'gold', expert: true, writer: { years: 3 } },
          { badge: 'none', expert: false, writer: { years: 0 } },
        ],
      },
      fetches: { posts: 2, writers: 2 },
    },
    {
      name: 'stops where the client stops',
      query: '{ posts { id expert } }',
      data: {
        posts: [
          { id: 'p1', expert: true },
          { id: 'p2', expert: false },
        ],
      },
      fetches: { posts: 2, writers: 1 },
    },
  ],
};
