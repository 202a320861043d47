import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const kinds = ['Film', 'Song', 'Book'];

/** Independent entity questions to one subgraph: as few requests as can be. */
export const batching: FederationGroup = {
  name: 'several questions to one subgraph at the same time',
  subgraphs: [
    subgraph(
      'hub',
      `type Query { film: Film  song: Song  book: Book  all: [Media!]!  shelf: Shelf }
       union Media = Film | Song | Book
       type Shelf { first: Film  others: [Film!]  song: Song }
       ${kinds.map((kind) => `type ${kind} @key(fields: "id") { id: ID! }`).join('\n')}`,
      {
        Query: {
          film: () => ({ id: 'f1' }),
          song: () => ({ id: 's1' }),
          book: () => ({ id: 'b1' }),
          all: () => kinds.map((kind) => ({ __typename: kind, id: kind[0]?.toLowerCase() })),
          shelf: () => ({ first: { id: 'f1' }, others: [{ id: 'f2' }, { id: 'f1' }], song: { id: 's1' } }),
        },
      },
    ),
    subgraph(
      'titles',
      kinds
        .map(
          (kind) => `type ${kind} @key(fields: "id") { id: ID!  title(short: Boolean): String  rank: Int }`,
        )
        .join('\n'),
      Object.fromEntries(
        kinds.map((kind) => [
          kind,
          {
            __resolveReference: ({ id }) => ({ id, rank: 0 }),
            title: ({ id }, { short }) => `${kind}${short ? '' : ` ${id}`}`,
          },
        ]),
      ),
    ),
  ],
  cases: [
    {
      name: 'are one request for the members of a union',
      query: '{ all { ... on Film { title } ... on Song { title } ... on Book { rank } } }',
      data: { all: [{ title: 'Film f' }, { title: 'Song s' }, { rank: 0 }] },
      fetches: { hub: 1, titles: 1 },
    },
    {
      name: 'are one request for entities of different root fields',
      query: '{ film { title } song { title } book { title } }',
      data: { film: { title: 'Film f1' }, song: { title: 'Song s1' }, book: { title: 'Book b1' } },
      fetches: { hub: 1, titles: 1 },
    },
    {
      name: 'are one request for entities on different paths',
      query: '{ shelf { first { title } others { title } song { rank } } film { rank } }',
      data: {
        shelf: {
          first: { title: 'Film f1' },
          others: [{ title: 'Film f2' }, { title: 'Film f1' }],
          song: { rank: 0 },
        },
        film: { rank: 0 },
      },
      fetches: { hub: 1, titles: 1 },
    },
    {
      name: 'are one request though their variables differ',
      query: 'query ($yes: Boolean, $no: Boolean) { film { title(short: $yes) } song { title(short: $no) } }',
      variables: { yes: true, no: false },
      data: { film: { title: 'Film' }, song: { title: 'Song s1' } },
      fetches: { hub: 1, titles: 1 },
    },
    {
      name: 'fail together and say so at each of their places',
      query: '{ film { title } shelf { others { rank } } book { id } }',
      broken: ['titles'],
      data: {
        film: { title: null },
        shelf: { others: [{ rank: null }, { rank: null }] },
        book: { id: 'b1' },
      },
      errors: [
        'film AGENCY_BAD_RESPONSE',
        'shelf.others.0 AGENCY_BAD_RESPONSE',
        'shelf.others.1 AGENCY_BAD_RESPONSE',
      ],
    },
  ],
};
