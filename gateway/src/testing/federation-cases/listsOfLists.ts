import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const cells = [
  { __typename: 'Rock', id: 'c1', mass: 0 },
  { __typename: 'Tree', id: 'c2', mass: 3 },
  { __typename: 'Rock', id: 'c3', mass: 7 },
];
const [rock, tree, last] = cells;
const grid = [[rock, tree], [], null, [null, last, rock]];

export const listsOfLists: FederationGroup = {
  name: 'lists of lists',
  subgraphs: [
    subgraph(
      'board',
      `type Query { grid: [[Cell]]  strict: [[Rock!]!]!  numbers: [[[Int]]]  board: Board }
       interface Cell { id: ID! }
       type Rock implements Cell @key(fields: "id") { id: ID! }
       type Tree implements Cell @key(fields: "id") { id: ID! }
       type Board @key(fields: "id") { id: ID!  rows: [[Cell!]!] }`,
      {
        Query: {
          grid: () => grid,
          strict: () => [[rock], [last, rock], []],
          numbers: () => [[[0, 1], [], null], null, [[null]]],
          board: () => ({ id: 'b1' }),
        },
        Board: { rows: () => [[rock, tree], [last]] },
      },
    ),
    subgraph(
      'masses',
      `type Rock @key(fields: "id") { id: ID!  mass: Int }
       type Tree @key(fields: "id") { id: ID!  mass: Int  leaves: [[String]] }
       interface Cell { id: ID! }
       type Board @key(fields: "id") { id: ID!  rows: [[Cell!]!] @external  sum: Int @requires(fields: "rows { id }") }`,
      {
        Rock: { __resolveReference: find(cells) },
        Tree: { __resolveReference: find(cells), leaves: () => [['a', null], []] },
        Board: {
          __resolveReference: (reference) => reference,
          sum: ({ rows }) => rows.flat().length,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'of leaves keep their nulls and empty lists',
      query: '{ numbers }',
      data: { numbers: [[[0, 1], [], null], null, [[null]]] },
    },
    {
      name: 'of entities are filled in at every depth',
      query: '{ strict { mass } }',
      data: { strict: [[{ mass: 0 }], [{ mass: 7 }, { mass: 0 }], []] },
      fetches: { board: 1, masses: 1 },
      representations: {
        masses: [
          { __typename: 'Rock', id: 'c1' },
          { __typename: 'Rock', id: 'c3' },
        ],
      },
    },
    {
      name: 'of an interface, with holes, go by the type of each element',
      query: '{ grid { __typename ... on Rock { mass } ... on Tree { leaves } } }',
      data: {
        grid: [
          [
            { __typename: 'Rock', mass: 0 },
            { __typename: 'Tree', leaves: [['a', null], []] },
          ],
          [],
          null,
          [null, { __typename: 'Rock', mass: 7 }, { __typename: 'Rock', mass: 0 }],
        ],
      },
      fetches: { board: 1, masses: 1 },
    },
    {
      name: 'are required by other fields as they are',
      query: '{ board { sum } }',
      data: { board: { sum: 3 } },
      representations: {
        masses: [{ __typename: 'Board', id: 'b1', rows: [[{ id: 'c1' }, { id: 'c2' }], [{ id: 'c3' }]] }],
      },
    },
    {
      name: 'have their errors at the inner place',
      query: '{ grid { ... on Rock { mass } } }',
      broken: ['masses'],
      data: { grid: [[{ mass: null }, {}], [], null, [null, { mass: null }, { mass: null }]] },
      errors: [
        'grid.0.0 AGENCY_BAD_RESPONSE',
        'grid.3.1 AGENCY_BAD_RESPONSE',
        'grid.3.2 AGENCY_BAD_RESPONSE',
      ],
    },
  ],
};
