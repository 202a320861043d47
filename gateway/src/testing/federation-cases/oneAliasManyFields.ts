import type { FederationGroup } from './federationGroup.ts';
import { find, type Row, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Film', id: 'f1', title: 'Alien', studio: 'Fox', director: { id: 'n1' } },
  { __typename: 'Book', id: 'b1', title: 'Emma', publisher: 'Murray', author: { id: 'n2' } },
];
const image = ({ id }: Row, { size }: Row) => `${id}-${size}`;

export const oneAliasManyFields: FederationGroup = {
  name: 'one alias for other fields in each type',
  subgraphs: [
    subgraph(
      'media',
      `type Query { media: [Media!]! }
       interface Media { id: ID!  title: String }
       type Film implements Media @key(fields: "id") { id: ID!  title: String  studio: String  director: Name  image(size: Int!): String }
       type Book implements Media @key(fields: "id") { id: ID!  title: String  publisher: String  author: Name  image(size: Int!): String }
       type Name @key(fields: "id") { id: ID! }`,
      {
        Query: { media: () => rows },
        Film: { __resolveReference: find(rows), image },
        Book: { __resolveReference: find(rows), image },
      },
    ),
    subgraph(
      'facts',
      `type Film @key(fields: "id") { id: ID!  minutes: Int  cast: [Name!]! }
       type Book @key(fields: "id") { id: ID!  pages: Int  editors: [Name!]! }
       type Name @key(fields: "id") { id: ID!  first: String  last(upper: Boolean = false): String }`,
      {
        Film: { __resolveReference: ({ id }) => ({ id, minutes: 0, cast: [{ id: 'n3' }] }) },
        Book: { __resolveReference: ({ id }) => ({ id, pages: 500, editors: [] }) },
        Name: {
          __resolveReference: ({ id }) => ({ id }),
          first: ({ id }) => `first ${id}`,
          last: ({ id }, { upper }) => (upper ? `LAST ${id}` : `last ${id}`),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'gives leaves of one subgraph',
      query: '{ media { by: title ... on Film { of: studio } ... on Book { of: publisher } } }',
      data: {
        media: [
          { by: 'Alien', of: 'Fox' },
          { by: 'Emma', of: 'Murray' },
        ],
      },
      fetches: { media: 1 },
    },
    {
      name: 'gives leaves of two subgraphs',
      query: '{ media { ... on Film { size: minutes } ... on Book { size: pages } } }',
      data: { media: [{ size: 0 }, { size: 500 }] },
      fetches: { media: 1, facts: 1 },
    },
    {
      name: 'gives entities, of which other things are asked in each type',
      query:
        '{ media { ... on Film { by: director { name: first } } ... on Book { by: author { name: last(upper: true) } } } }',
      data: { media: [{ by: { name: 'first n1' } }, { by: { name: 'LAST n2' } }] },
    },
    {
      name: 'gives the same field with other arguments in each type',
      query: '{ media { ... on Film { image(size: 1) } ... on Book { image(size: 2) } } }',
      data: { media: [{ image: 'f1-1' }, { image: 'b1-2' }] },
    },
    {
      name: 'gives lists of other fields',
      query:
        '{ media { ... on Film { with: cast { id n: first } } ... on Book { with: editors { id n: last } } } }',
      data: { media: [{ with: [{ id: 'n3', n: 'first n3' }] }, { with: [] }] },
    },
    {
      name: 'may change places with another field in each type',
      query:
        '{ media { ... on Film { title: studio studio: title } ... on Book { title: publisher publisher: title } } }',
      data: {
        media: [
          { title: 'Fox', studio: 'Alien' },
          { title: 'Murray', publisher: 'Emma' },
        ],
      },
    },
  ],
};
