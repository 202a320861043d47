import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const types = [
  { id: 'a', name: 'Alpha', parts: [{ id: 'a1', name: 'Alpha 1' }], cover: 'red' },
  { id: 'b', name: 'Beta', parts: [], cover: 'blue' },
];
const parts = types.flatMap((type) => type.parts);

/** What the owner has is spelt differently, so that one sees who was asked. */
export const nestedProvides: FederationGroup = {
  name: '@provides of nested fields',
  subgraphs: [
    subgraph(
      'books',
      `type Query {
         whole: [Book!] @provides(fields: "topics { id name parts { id name } }")
         half: [Book!] @provides(fields: "topics { id name }")
         bare: [Book!]
       }
       type Book @key(fields: "id") { id: ID!  topics: [Topic!] @external }
       type Topic @key(fields: "id") { id: ID!  name: String @external  parts: [Part!] @external }
       type Part @key(fields: "id") { id: ID!  name: String @external }`,
      {
        Query: {
          whole: () => [{ id: 'b1', topics: types }],
          half: () => [{ id: 'b1', topics: types }],
          bare: () => [{ id: 'b1' }],
        },
      },
    ),
    subgraph(
      'topics',
      `type Book @key(fields: "id") { id: ID!  topics: [Topic!] @shareable }
       type Topic @key(fields: "id") { id: ID!  name: String @shareable  parts: [Part!] @shareable  cover: String }
       type Part @key(fields: "id") { id: ID!  name: String @shareable }`,
      {
        Book: { __resolveReference: ({ id }) => ({ id, topics: types.map(({ id }) => ({ id })) }) },
        Topic: {
          __resolveReference: find(types),
          name: ({ id }) => `${id} of the owner`,
          parts: ({ id }) => types.find((type) => type.id === id)?.parts,
          cover: ({ id }) => types.find((type) => type.id === id)?.cover,
        },
        Part: { __resolveReference: find(parts), name: ({ id }) => `${id} of the owner` },
      },
    ),
  ],
  cases: [
    {
      name: 'saves every further fetch',
      query: '{ whole { topics { name parts { name } } } }',
      data: {
        whole: [
          {
            topics: [
              { name: 'Alpha', parts: [{ name: 'Alpha 1' }] },
              { name: 'Beta', parts: [] },
            ],
          },
        ],
      },
      fetches: { books: 1 },
    },
    {
      name: 'saves what it names and no more',
      query: '{ half { topics { name cover } } }',
      data: {
        half: [
          {
            topics: [
              { name: 'Alpha', cover: 'red' },
              { name: 'Beta', cover: 'blue' },
            ],
          },
        ],
      },
      fetches: { books: 1, topics: 1 },
      representations: {
        topics: [
          { __typename: 'Topic', id: 'a' },
          { __typename: 'Topic', id: 'b' },
        ],
      },
    },
    {
      name: 'holds on its path only',
      query: '{ bare { topics { name } } }',
      data: { bare: [{ topics: [{ name: 'a of the owner' }, { name: 'b of the owner' }] }] },
      fetches: { books: 1, topics: 1 },
    },
  ],
};
