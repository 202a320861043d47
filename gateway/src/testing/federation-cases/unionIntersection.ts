import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Book', id: 'b1', title: 'Emma' },
  { __typename: 'Song', id: 's1', title: 'Help!' },
  { __typename: 'Film', id: 'f1', title: 'Alien' },
];

/** `Media` has other members in each subgraph, and `shared` can be asked of both. */
export const unionIntersection: FederationGroup = {
  name: 'a union of which each subgraph knows other members',
  subgraphs: [
    subgraph(
      'left',
      `type Query { shared: Media @shareable  left: [Media!]!  holder: Holder @shareable }
       union Media = Book | Song
       type Holder { media: Media @shareable  leftOnly: Int }
       type Book @key(fields: "id") { id: ID!  title: String @shareable  pages: Int }
       type Song @key(fields: "id") { id: ID!  title: String @shareable }`,
      {
        Query: {
          shared: () => rows[0],
          left: () => rows.slice(0, 2),
          holder: () => ({ media: rows[0], leftOnly: 0 }),
        },
        Book: { __resolveReference: find(rows), pages: () => 0 },
        Song: { __resolveReference: find(rows) },
      },
    ),
    subgraph(
      'right',
      `type Query { shared: Media @shareable  right: [Media!]!  holder: Holder @shareable }
       union Media = Book | Film
       type Holder { media: Media @shareable }
       type Book @key(fields: "id") { id: ID!  title: String @shareable  shelf: String }
       type Film @key(fields: "id") { id: ID!  title: String @shareable  minutes: Int }`,
      {
        Query: { shared: () => rows[0], right: () => [rows[0], rows[2]], holder: () => ({ media: rows[0] }) },
        Book: { __resolveReference: find(rows), shelf: () => 'A' },
        Film: { __resolveReference: find(rows), minutes: () => 117 },
      },
    ),
  ],
  cases: [
    {
      name: 'is asked in either subgraph for a member that both know',
      query: '{ shared { __typename ... on Book { title } } }',
      data: { shared: { __typename: 'Book', title: 'Emma' } },
    },
    {
      name: 'gives fields of a member from both subgraphs',
      query: '{ shared { ... on Book { pages shelf } } }',
      data: { shared: { pages: 0, shelf: 'A' } },
    },
    {
      name: 'is asked nothing about a member that its subgraph does not know',
      query: '{ left { ... on Book { title } ... on Film { title } ... on Song { title } } }',
      data: { left: [{ title: 'Emma' }, { title: 'Help!' }] },
      fetches: { left: 1 },
    },
    {
      name: 'gives each list the members that it has',
      query: `{ left { __typename ...F } right { __typename ...F } }
        fragment F on Media { ... on Song { id } ... on Film { minutes } ... on Book { shelf } }`,
      data: {
        left: [
          { __typename: 'Book', shelf: 'A' },
          { __typename: 'Song', id: 's1' },
        ],
        right: [
          { __typename: 'Book', shelf: 'A' },
          { __typename: 'Film', minutes: 117 },
        ],
      },
    },
    {
      name: 'is the same below a shared object',
      query: '{ holder { leftOnly media { ... on Book { title } } } }',
      data: { holder: { leftOnly: 0, media: { title: 'Emma' } } },
      fetches: { left: 1 },
    },
  ],
};
