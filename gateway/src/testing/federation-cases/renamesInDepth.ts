import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const leaf = (text: string) => ({ text, texts: [[text], []] });
const trees = [
  { __typename: 'Oak', id: 'o1', leaf: leaf(''), leaves: [[leaf('a')], null, [leaf('')]] },
  { __typename: 'Elm', id: 'e1', leaf: null, leaves: [[leaf('b'), leaf('c')]] },
];

/** Fields of one name whose types differ in one subgraph, within lists of lists and entities: planners rename them. */
export const renamesInDepth: FederationGroup = {
  name: 'fields that planners must rename, deep within lists',
  subgraphs: [
    subgraph(
      'wood',
      `type Query { trees: [[Tree]] }
       union Tree = Oak | Elm
       type Oak @key(fields: "id") { id: ID!  leaf: Leaf!  leaves: [[Leaf!]]  name: String!  size: Int @shareable }
       type Elm @key(fields: "id") { id: ID!  leaf: Leaf  leaves: [[Leaf]!]!  name: String  size: Int! @shareable }
       type Leaf { text: String  texts: [[String]] }`,
      {
        Query: { trees: () => [trees, null, [trees[1], null]] },
        Oak: { name: () => 'oak', size: () => 0 },
        Elm: { name: () => '', size: () => 1 },
      },
    ),
    subgraph(
      'birds',
      `type Oak @key(fields: "id") { id: ID!  nests: [Nest!]!  top: Nest!  size: Int @shareable }
       type Elm @key(fields: "id") { id: ID!  nests: [Nest]  top: Nest  size: Int @shareable }
       type Nest { eggs: Int  bird: Bird }
       type Bird @key(fields: "id") { id: ID! }`,
      {
        Oak: {
          __resolveReference: ({ id }) => ({ id }),
          nests: () => [{ eggs: 0, bird: { id: 'b1' } }],
          top: () => ({ eggs: 1, bird: { id: 'b2' } }),
        },
        Elm: {
          __resolveReference: ({ id }) => ({ id }),
          nests: () => [null, { eggs: 2, bird: { id: 'b1' } }],
          top: () => null,
        },
      },
    ),
    subgraph('names', 'type Bird @key(fields: "id") { id: ID!  name(long: Boolean): String }', {
      Bird: {
        __resolveReference: ({ id }) => ({ id }),
        name: ({ id }, { long }) => (long ? `bird ${id}` : id),
      },
    }),
    subgraph(
      'spare',
      `type Oak @key(fields: "id") { id: ID!  spareOak: Int }
       type Elm @key(fields: "id") { id: ID!  spareElm: Int }`,
    ),
  ],
  cases: [
    {
      name: 'come back under their names in objects',
      query: '{ trees { ... on Oak { leafOfOak: leaf { text } size } ... on Elm { leaf { text } size } } }',
      data: {
        trees: [
          [
            { leafOfOak: { text: '' }, size: 0 },
            { leaf: null, size: 1 },
          ],
          null,
          [{ leaf: null, size: 1 }, null],
        ],
      },
      fetches: { wood: 1 },
    },
    {
      name: 'come back under the aliases of the client in lists of lists',
      query: '{ trees { ... on Oak { all: leaves { texts } } ... on Elm { every: leaves { text } } } }',
      data: {
        trees: [
          [
            { all: [[{ texts: [['a'], []] }], null, [{ texts: [[''], []] }]] },
            { every: [[{ text: 'b' }, { text: 'c' }]] },
          ],
          null,
          [{ every: [[{ text: 'b' }, { text: 'c' }]] }, null],
        ],
      },
      fetches: { wood: 1 },
    },
    {
      name: 'lead on to entities of other subgraphs',
      query: `{ trees {
        ... on Oak { oaks: nests { eggs bird { name } } high: top { bird { name(long: true) } } }
        ... on Elm { elms: nests { eggs bird { name(long: true) } } high2: top { eggs } }
      } }`,
      data: {
        trees: [
          [
            { oaks: [{ eggs: 0, bird: { name: 'b1' } }], high: { bird: { name: 'bird b2' } } },
            { elms: [null, { eggs: 2, bird: { name: 'bird b1' } }], high2: null },
          ],
          null,
          [{ elms: [null, { eggs: 2, bird: { name: 'bird b1' } }], high2: null }, null],
        ],
      },
    },
  ],
};
