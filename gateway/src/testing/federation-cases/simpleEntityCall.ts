import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const accounts = [
  { id: 'u1', handle: 'ann', nickname: 'Annie' },
  { id: 'u2', handle: 'bo', nickname: null },
];

export const simpleEntityCall: FederationGroup = {
  name: 'an entity with fields in two subgraphs',
  subgraphs: [
    subgraph(
      'login',
      `type Query { me: Account  accounts: [Account!]!  nobody: Account }
       type Account @key(fields: "id") { id: ID!  handle: String! }`,
      { Query: { me: () => accounts[0], accounts: () => accounts, nobody: () => null } },
    ),
    subgraph('profile', 'type Account @key(fields: "id") { id: ID!  nickname: String }', {
      Account: { __resolveReference: find(accounts) },
    }),
  ],
  cases: [
    {
      name: 'takes each field from the subgraph that has it',
      query: '{ me { nickname handle } }',
      data: { me: { nickname: 'Annie', handle: 'ann' } },
      fetches: { login: 1, profile: 1 },
      representations: { profile: [{ __typename: 'Account', id: 'u1' }] },
    },
    {
      name: 'asks nobody else for what one subgraph has',
      query: '{ me { id handle } }',
      data: { me: { id: 'u1', handle: 'ann' } },
      fetches: { login: 1 },
    },
    {
      name: 'asks for all entities of a list in one fetch',
      query: '{ accounts { nickname } }',
      data: { accounts: [{ nickname: 'Annie' }, { nickname: null }] },
      fetches: { login: 1, profile: 1 },
      representations: {
        profile: [
          { __typename: 'Account', id: 'u1' },
          { __typename: 'Account', id: 'u2' },
        ],
      },
    },
    {
      name: 'asks nobody for an entity that is null',
      query: '{ nobody { nickname } }',
      data: { nobody: null },
      fetches: { login: 1 },
    },
  ],
};
