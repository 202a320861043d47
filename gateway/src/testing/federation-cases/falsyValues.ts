import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Switch', id: '', on: false, count: 0, text: '', list: [], part: null },
  { __typename: 'Dial', id: '0', on: false, count: 0, text: '', list: [0, null], part: { id: 0 } },
];

/** `spare` makes fields nullable in the graph that are not so elsewhere: planners must rename them apart. */
export const falsyValues: FederationGroup = {
  name: '0, false, the empty string and the empty list',
  subgraphs: [
    subgraph(
      'panel',
      `type Query { controls: [Control!]!  off: Boolean  none: Int!  blank: String! }
       union Control = Switch | Dial
       type Switch @key(fields: "id") { id: ID!  on: Boolean! @shareable  count: Int  text: String! @shareable  list: [Int!] @shareable  part: Part }
       type Dial @key(fields: "id") { id: ID!  on: Boolean  count: Int! @shareable  text: String  list: [Int]  part: Part }
       type Part @key(fields: "id") { id: Int! }`,
      {
        Query: { controls: () => rows, off: () => false, none: () => 0, blank: () => '' },
        Switch: { __resolveReference: find(rows) },
        Dial: { __resolveReference: find(rows) },
      },
    ),
    subgraph(
      'wires',
      `type Switch @key(fields: "id") { id: ID!  on: Boolean @external  count: Int @external  state: String @requires(fields: "on count")  live: Boolean }
       type Dial @key(fields: "id") { id: ID!  live: Boolean! @shareable }
       type Part @key(fields: "id") { id: Int!  size: Float  tags: [String!]! }`,
      {
        Switch: {
          __resolveReference: (reference) => reference,
          state: ({ id, on, count }) => JSON.stringify([id, on, count]),
          live: () => false,
        },
        Dial: { __resolveReference: (reference) => reference, live: () => false },
        Part: { __resolveReference: ({ id }) => ({ id, size: 0, tags: [] }) },
      },
    ),
    subgraph(
      'spare',
      `type Switch @key(fields: "id") { id: ID!  on: Boolean @shareable  text: String @shareable  list: [Int] @shareable }
       type Dial @key(fields: "id") { id: ID!  count: Int @shareable  live: Boolean @shareable  spares: Int }`,
      {
        Switch: { __resolveReference: find(rows) },
        Dial: { __resolveReference: ({ id }) => ({ id, count: 0, live: false, spares: 0 }) },
      },
    ),
  ],
  cases: [
    {
      name: 'are values of the root',
      query: '{ off none blank }',
      data: { off: false, none: 0, blank: '' },
    },
    {
      name: 'survive being renamed by the planner',
      query: `{ controls {
        ... on Switch { on count text list }
        ... on Dial { on count text list }
      } }`,
      data: {
        controls: [
          { on: false, count: 0, text: '', list: [] },
          { on: false, count: 0, text: '', list: [0, null] },
        ],
      },
      fetches: { panel: 1 },
    },
    {
      name: 'survive being renamed in entities of another subgraph',
      query: '{ controls { ... on Switch { live } ... on Dial { live } } }',
      data: { controls: [{ live: false }, { live: false }] },
    },
    {
      name: 'are keys, also the empty string',
      query: '{ controls { ... on Switch { state } ... on Dial { live } } }',
      data: { controls: [{ state: '["",false,0]' }, { live: false }] },
    },
    {
      name: 'are keys, also the number 0, and what they lead to',
      query: '{ controls { ... on Dial { part { size tags } } ... on Switch { part { size } } } }',
      data: { controls: [{ part: null }, { part: { size: 0, tags: [] } }] },
      representations: { wires: [{ __typename: 'Part', id: 0 }] },
    },
  ],
};
