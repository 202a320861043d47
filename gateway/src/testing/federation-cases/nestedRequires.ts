import type { FederationGroup } from './federationGroup.ts';
import { find, type Row, subgraph } from './subgraph.ts';

const users = [{ id: 'u1', orders: [{ id: 'o1' }, { id: 'o2' }] }];
const orders = [
  { id: 'o1', cents: 0 },
  { id: 'o2', cents: 250 },
];

export const nestedRequires: FederationGroup = {
  name: '@requires of lists of entities and of their fields in a third subgraph',
  subgraphs: [
    subgraph(
      'users',
      `type Query { user: User  users: [User!]! }
       type User @key(fields: "id") { id: ID!  orders: [Order!] }
       type Order @key(fields: "id", resolvable: false) { id: ID! }`,
      { Query: { user: () => users[0], users: () => users }, User: { __resolveReference: find(users) } },
    ),
    subgraph('orders', 'type Order @key(fields: "id") { id: ID!  cents: Int }', {
      Order: { __resolveReference: find(orders) },
    }),
    subgraph(
      'sums',
      `type User @key(fields: "id") {
         id: ID!
         orders: [Order!] @external
         count: Int @requires(fields: "orders { id }")
         total: Int @requires(fields: "orders { id cents }")
       }
       type Order @key(fields: "id", resolvable: false) { id: ID!  cents: Int @external }`,
      {
        User: {
          __resolveReference: (reference) => reference,
          count: (user) => user.orders.length,
          total: (user) => user.orders.reduce((sum: number, { cents }: Row) => sum + cents, 0),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'brings the keys alone where they are enough',
      query: '{ user { count } }',
      data: { user: { count: 2 } },
      fetches: { users: 1, sums: 1 },
      representations: { sums: [{ __typename: 'User', id: 'u1', orders: [{ id: 'o1' }, { id: 'o2' }] }] },
    },
    {
      name: 'fetches fields of the list from the third subgraph first',
      query: '{ users { total } }',
      data: { users: [{ total: 250 }] },
      fetches: { users: 1, orders: 1, sums: 1 },
    },
    {
      name: 'computes both in as few fetches as can be',
      query: '{ user { count total orders { cents } } }',
      data: { user: { count: 2, total: 250, orders: [{ cents: 0 }, { cents: 250 }] } },
    },
  ],
};
