import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Oven', id: 'o1', warranty: 2 },
  { __typename: 'Toaster', id: 't1', warranty: 0 },
];

/** The union and the interface are not the same in both subgraphs: each knows members that the other lacks. */
export const unionInterfaceDistributed: FederationGroup = {
  name: 'a union and an interface whose members are distributed over subgraphs',
  subgraphs: [
    subgraph(
      'shop',
      `type Query { goods: [Good!]!  nodes: [Node!]!  toaster(id: ID!): Toaster }
       union Good = Oven | Toaster
       interface Node { id: ID! }
       type Oven implements Node @key(fields: "id") { id: ID! }
       type Toaster implements Node @key(fields: "id") { id: ID!  warranty: Int }`,
      {
        Query: {
          goods: () => rows,
          nodes: () => rows,
          toaster: (_, { id }) => rows.find((row) => row.id === id),
        },
        Toaster: { __resolveReference: find(rows) },
      },
    ),
    subgraph(
      'service',
      `type Query { serviced: [Serviced!]! }
       union Serviced = Oven
       union Good = Oven
       interface Node { id: ID! }
       interface Covered { warranty: Int }
       type Oven implements Node & Covered @key(fields: "id") { id: ID!  warranty: Int  good: Good }`,
      {
        Query: { serviced: () => [{ __typename: 'Oven', id: 'o1', warranty: 2 }] },
        Oven: { __resolveReference: find(rows), good: ({ id }) => ({ __typename: 'Oven', id, warranty: 9 }) },
      },
    ),
  ],
  cases: [
    {
      name: 'give what each member has, from where it has it',
      query: '{ goods { ... on Oven { warranty } ... on Toaster { warranty } } }',
      data: { goods: [{ warranty: 2 }, { warranty: 0 }] },
      fetches: { shop: 1, service: 1 },
      representations: { service: [{ __typename: 'Oven', id: 'o1' }] },
    },
    {
      name: 'give fields of an interface that one member has in one subgraph',
      query: '{ goods { ... on Node { id } ... on Covered { warranty } } }',
      data: { goods: [{ id: 'o1', warranty: 2 }, { id: 't1' }] },
      fetches: { shop: 1, service: 1 },
    },
    {
      name: 'reach a member through the interface',
      query: '{ nodes { id ... on Oven { warranty } } }',
      data: { nodes: [{ id: 'o1', warranty: 2 }, { id: 't1' }] },
      fetches: { shop: 1, service: 1 },
    },
    {
      name: 'leave out a member that cannot be there',
      query:
        '{ serviced { __typename ... on Oven { warranty good { ... on Toaster { warranty } ... on Oven { id } } } } }',
      data: { serviced: [{ __typename: 'Oven', warranty: 2, good: { id: 'o1' } }] },
      fetches: { service: 1 },
    },
    {
      name: 'ask nobody further for an object that has all in its subgraph',
      query: '{ toaster(id: "t1") { ... on Node { id } ... on Good { ... on Toaster { warranty } } } }',
      data: { toaster: { id: 't1', warranty: 0 } },
      fetches: { shop: 1 },
    },
    {
      name: 'give an object without fields where no fragment fits',
      query: '{ goods { ... on Toaster { id } } }',
      data: { goods: [{}, { id: 't1' }] },
      fetches: { shop: 1 },
    },
  ],
};
