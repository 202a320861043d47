import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const users = [
  { id: 'u1', locale: 'en', posts: ['p1', 'p2'] },
  { id: 'u2', locale: 'de', posts: ['p1'] },
  { id: 'u3', locale: null, posts: [] },
];

/** Arguments that the gateway fills in from around the field. The same post stands in two contexts. */
export const contextArguments: FederationGroup = {
  name: '@context and @fromContext',
  subgraphs: [
    subgraph(
      'accounts',
      `type Query { users: [User!]!  user(id: ID!): User }
       type User @key(fields: "id") { id: ID!  locale: String }`,
      {
        Query: { users: () => users, user: (_, { id }) => users.find((user) => user.id === id) },
        User: { __resolveReference: find(users) },
      },
    ),
    subgraph(
      'posts',
      `type User @key(fields: "id") @context(name: "reader") { id: ID!  locale: String @external  posts: [Post!]  wall: Wall }
       type Wall { top: Post }
       type Post @key(fields: "id") {
         id: ID!
         title(locale: String @fromContext(field: "$reader { locale }")): String
         plain: String
       }`,
      {
        User: {
          __resolveReference: ({ id }) => ({ id }),
          posts: ({ id }) => users.find((user) => user.id === id)?.posts.map((post) => ({ id: post })),
          wall: () => ({ top: { id: 'p1' } }),
        },
        Post: {
          __resolveReference: ({ id }) => ({ id }),
          title: ({ id }, { locale }) => `${id} in ${locale}`,
          plain: ({ id }) => id,
        },
      },
    ),
    subgraph('likes', 'type Post @key(fields: "id") { id: ID!  likes: Int }', {
      Post: { __resolveReference: ({ id }) => ({ id, likes: 0 }) },
    }),
  ],
  cases: [
    {
      name: 'fill in an argument from the object above',
      query: '{ user(id: "u1") { posts { title } } }',
      data: { user: { posts: [{ title: 'p1 in en' }, { title: 'p2 in en' }] } },
    },
    {
      name: 'fill in what each object has, also for the same entity in two contexts',
      query: '{ users { posts { id title } } }',
      data: {
        users: [
          {
            posts: [
              { id: 'p1', title: 'p1 in en' },
              { id: 'p2', title: 'p2 in en' },
            ],
          },
          { posts: [{ id: 'p1', title: 'p1 in de' }] },
          { posts: [] },
        ],
      },
    },
    {
      name: 'reach through an object in between',
      query: '{ users { wall { top { title } } } }',
      data: {
        users: [
          { wall: { top: { title: 'p1 in en' } } },
          { wall: { top: { title: 'p1 in de' } } },
          { wall: { top: { title: 'p1 in null' } } },
        ],
      },
    },
    {
      name: 'change nothing where no such field is asked for',
      query: '{ user(id: "u2") { posts { plain likes } } }',
      data: { user: { posts: [{ plain: 'p1', likes: 0 }] } },
      fetches: { accounts: 1, posts: 1, likes: 1 },
    },
    {
      name: 'stand beside fields of a third subgraph, under aliases',
      query: '{ user(id: "u2") { locale posts { t: title likes } } }',
      data: { user: { locale: 'de', posts: [{ t: 'p1 in de', likes: 0 }] } },
    },
    {
      name: 'are no arguments of the graph: a client cannot give them',
      query: '{ user(id: "u1") { posts { title(locale: "fr") } } }',
      errors: ['GRAPHQL_VALIDATION_FAILED'],
    },
    {
      name: 'are not mixed up with variables of the client',
      query: `query ($contextualArgument_3_0: ID!, $contextualArgument_1_0: ID!) {
        a: user(id: $contextualArgument_3_0) { posts { title } } b: user(id: $contextualArgument_1_0) { posts { title } }
      }`,
      variables: { contextualArgument_3_0: 'u1', contextualArgument_1_0: 'u2' },
      data: {
        a: { posts: [{ title: 'p1 in en' }, { title: 'p2 in en' }] },
        b: { posts: [{ title: 'p1 in de' }] },
      },
    },
    {
      name: 'have an error when what the context holds cannot be had',
      query: '{ users { posts { plain } } }',
      broken: ['posts'],
      data: { users: [{ posts: null }, { posts: null }, { posts: null }] },
      errors: ['users.0 AGENCY_BAD_RESPONSE', 'users.1 AGENCY_BAD_RESPONSE', 'users.2 AGENCY_BAD_RESPONSE'],
    },
    {
      name: 'work under two aliases of the same parent with different users',
      query: '{ a: user(id: "u1") { posts { title } } b: user(id: "u2") { posts { title } } }',
      data: {
        a: { posts: [{ title: 'p1 in en' }, { title: 'p2 in en' }] },
        b: { posts: [{ title: 'p1 in de' }] },
      },
    },
  ],
};
