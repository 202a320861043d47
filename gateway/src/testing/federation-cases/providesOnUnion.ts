import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const media = [
  { __typename: 'Book', id: 'b1', title: 'Emma' },
  { __typename: 'Tape', id: 't1', title: 'Mix' },
];

export const providesOnUnion: FederationGroup = {
  name: '@provides of fields of members of a union',
  subgraphs: [
    subgraph(
      'kiosk',
      `type Query { media: [Medium!] @provides(fields: "... on Book { title }") }
       union Medium = Book | Tape
       type Book @key(fields: "id") { id: ID!  title: String @external }
       type Tape @key(fields: "id") { id: ID! }`,
      { Query: { media: () => media } },
    ),
    subgraph(
      'archive',
      `type Book @key(fields: "id") { id: ID!  title: String @shareable  pages: Int }
       type Tape @key(fields: "id") { id: ID!  title: String @shareable }`,
      {
        Book: { __resolveReference: find(media), title: () => 'of the archive', pages: () => 0 },
        Tape: { __resolveReference: find(media), title: () => 'of the archive' },
      },
    ),
  ],
  cases: [
    {
      name: 'saves the fetch for the member that it names',
      query: '{ media { ... on Book { title } ... on Tape { id } } }',
      data: { media: [{ title: 'Emma' }, { id: 't1' }] },
      fetches: { kiosk: 1 },
    },
    {
      name: 'does not save the fetch for another member',
      query: '{ media { ... on Book { title } ... on Tape { title } } }',
      data: { media: [{ title: 'Emma' }, { title: 'of the archive' }] },
      fetches: { kiosk: 1, archive: 1 },
      representations: { archive: [{ __typename: 'Tape', id: 't1' }] },
    },
    {
      name: 'stands beside fields of the other subgraph',
      query: '{ media { ... on Book { title pages } } }',
      data: { media: [{ title: 'Emma', pages: 0 }, {}] },
      fetches: { kiosk: 1, archive: 1 },
    },
  ],
};
