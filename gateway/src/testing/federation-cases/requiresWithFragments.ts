import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const rows = [
  { id: 'e1', data: { __typename: 'Photo', name: 'sun', width: 4, sizes: [{ px: 1 }, { px: 0 }] } },
  { id: 'e2', data: { __typename: 'Sound', name: 'sea', seconds: 0 } },
];

export const requiresWithFragments: FederationGroup = {
  name: '@requires with fragments and nested selections',
  subgraphs: [
    subgraph(
      'files',
      `type Query { entries: [Entry!]! }
       type Entry @key(fields: "id") { id: ID!  data: Data }
       interface Data { name: String! }
       type Photo implements Data { name: String!  width: Int  sizes: [Size!] }
       type Sound implements Data { name: String!  seconds: Int }
       type Size { px: Int }`,
      {
        Query: { entries: () => rows },
        Entry: { __resolveReference: ({ id }) => rows.find((row) => row.id === id) },
      },
    ),
    subgraph(
      'captions',
      `type Query { first: Entry }
       type Entry @key(fields: "id") {
         id: ID!
         data: Data @external
         caption: String @requires(fields: "data { name ... on Photo { width } }")
         pixels: Int @requires(fields: "data { ... on Photo { sizes { px } } }")
         kind: String @requires(fields: "data { __typename ... { name } }")
       }
       interface Data { name: String! }
       type Photo implements Data { name: String! @external  width: Int @external  sizes: [Size!] @external }
       type Sound implements Data { name: String! @external }
       type Size { px: Int @external }`,
      {
        Query: { first: () => ({ id: 'e1' }) },
        Entry: {
          __resolveReference: (reference) => reference,
          caption: ({ data }) => `${data.name}${data.width === undefined ? '' : ` ${data.width} cm`}`,
          pixels: ({ data }) =>
            data.sizes === undefined
              ? null
              : data.sizes.reduce((sum: number, { px }: { px: number }) => sum + px, 0),
          kind: ({ data }) => `${data.__typename} ${data.name}`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'brings what the fragment fits',
      query: '{ entries { caption } }',
      data: { entries: [{ caption: 'sun 4 cm' }, { caption: 'sea' }] },
      fetches: { files: 1, captions: 1 },
    },
    {
      name: 'brings nested lists',
      query: '{ entries { pixels } }',
      data: { entries: [{ pixels: 1 }, { pixels: null }] },
      fetches: { files: 1, captions: 1 },
    },
    {
      name: 'brings the type name that is required',
      query: '{ entries { kind } }',
      data: { entries: [{ kind: 'Photo sun' }, { kind: 'Sound sea' }] },
    },
    {
      name: 'joins the requirements of several fields in one fetch',
      query: '{ entries { caption pixels kind data { name } } }',
      data: {
        entries: [
          { caption: 'sun 4 cm', pixels: 1, kind: 'Photo sun', data: { name: 'sun' } },
          { caption: 'sea', pixels: null, kind: 'Sound sea', data: { name: 'sea' } },
        ],
      },
      fetches: { files: 1, captions: 1 },
    },
    {
      name: 'works when it starts where the fields are required',
      query: '{ first { caption pixels } }',
      data: { first: { caption: 'sun 4 cm', pixels: 1 } },
      fetches: { captions: 2, files: 1 },
    },
  ],
};
