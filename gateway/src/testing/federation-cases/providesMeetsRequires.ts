import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const users = [
  { id: 'u1', login: 'ann', mail: 'a@example.com' },
  { id: 'u2', login: 'bo', mail: '' },
];

/** The copy that `posts` has of a login is older than the owner's, so that one sees which was used. */
export const providesMeetsRequires: FederationGroup = {
  name: '@provides of a field that another field @requires',
  subgraphs: [
    subgraph(
      'users',
      `type Query { users: [User!]! }
       type User @key(fields: "id") { id: ID!  login: String @shareable  mail: String }`,
      { Query: { users: () => users }, User: { __resolveReference: find(users) } },
    ),
    subgraph(
      'posts',
      `type Query { posts: [Post!]! }
       type Post @key(fields: "id") { id: ID!  author: User @provides(fields: "login")  editor: User }
       type User @key(fields: "id") {
         id: ID!
         login: String @external
         mail: String @external
         greeting: String @requires(fields: "login")
         card: String @requires(fields: "login mail")
       }`,
      {
        Query: { posts: () => [{ id: 'p1' }] },
        Post: {
          author: () => ({ id: 'u1', login: 'ann of old' }),
          editor: () => ({ id: 'u2' }),
        },
        User: {
          __resolveReference: (reference) => reference,
          greeting: ({ login }) => `Hi ${login}`,
          card: ({ login, mail }) => `${login} <${mail}>`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'fetches it for the object for which it is not provided',
      query: '{ posts { editor { greeting login } } }',
      data: { posts: [{ editor: { greeting: 'Hi bo', login: 'bo' } }] },
      fetches: { posts: 2, users: 1 },
    },
    {
      name: 'fetches the rest of what is required',
      query: '{ posts { editor { card } } users { card } }',
      data: {
        posts: [{ editor: { card: 'bo <>' } }],
        users: [{ card: 'ann <a@example.com>' }, { card: 'bo <>' }],
      },
    },
    {
      name: 'computes for the entities that the owner lists',
      query: '{ users { greeting } }',
      data: { users: [{ greeting: 'Hi ann' }, { greeting: 'Hi bo' }] },
      fetches: { users: 1, posts: 1 },
    },
    {
      name: 'shows what is provided where nothing is required',
      query: '{ posts { author { login } } }',
      data: { posts: [{ author: { login: 'ann of old' } }] },
      fetches: { posts: 1 },
    },
  ],
};
