import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Oven', id: 'o1', kind: 'gas' },
  { __typename: 'Toaster', id: 't1', kind: '' },
];

export const typename: FederationGroup = {
  name: '__typename',
  subgraphs: [
    subgraph(
      'kitchen',
      `type Query { union: Device  interface: Node  oven: Oven  all: [Device!]! }
       union Device = Oven | Toaster
       interface Node { id: ID! }
       type Oven implements Node @key(fields: "id") { id: ID!  kind: String }
       type Toaster implements Node @key(fields: "id") { id: ID!  kind: String }`,
      {
        Query: { union: () => rows[0], interface: () => rows[1], oven: () => rows[0], all: () => rows },
        Oven: { __resolveReference: find(rows) },
      },
    ),
    subgraph(
      'warm',
      `type Query { warm: Int }
       type Oven @key(fields: "id") { id: ID!  degrees: Int }
       type Toaster @key(fields: "id") { id: ID!  slots: Int }`,
      {
        Query: { warm: () => 1 },
        Oven: { __resolveReference: ({ id }) => ({ id, degrees: 0 }) },
        Toaster: { __resolveReference: ({ id }) => ({ id, slots: 2 }) },
      },
    ),
  ],
  cases: [
    {
      name: 'of the root needs nobody',
      query: '{ __typename }',
      data: { __typename: 'Query' },
      fetches: {},
    },
    {
      name: 'of the root under aliases stands in its place beside fields of two subgraphs',
      query: '{ a: __typename warm b: __typename oven { kind } }',
      data: { a: 'Query', warm: 1, b: 'Query', oven: { kind: 'gas' } },
      fetches: { kitchen: 1, warm: 1 },
    },
    {
      name: 'of a union, an interface and an object is that of the object',
      query: '{ union { __typename } interface { __typename } oven { __typename } }',
      data: {
        union: { __typename: 'Oven' },
        interface: { __typename: 'Toaster' },
        oven: { __typename: 'Oven' },
      },
      fetches: { kitchen: 1 },
    },
    {
      name: 'is given under as many aliases as are asked for',
      query:
        '{ all { t: __typename ... on Oven { u: __typename degrees } ... on Toaster { slots v: __typename } } }',
      data: {
        all: [
          { t: 'Oven', u: 'Oven', degrees: 0 },
          { t: 'Toaster', slots: 2, v: 'Toaster' },
        ],
      },
    },
    {
      name: 'is not shown when only the gateway needed it',
      query: '{ all { ... on Oven { degrees } } }',
      data: { all: [{ degrees: 0 }, {}] },
    },
    {
      name: 'as the alias of another field takes nothing away from the gateway',
      query: '{ oven { id degrees } all { ... on Oven { typename: id degrees } } }',
      data: { oven: { id: 'o1', degrees: 0 }, all: [{ typename: 'o1', degrees: 0 }, {}] },
    },
  ],
};
