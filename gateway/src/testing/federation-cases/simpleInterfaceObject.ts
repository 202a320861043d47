import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const media = [
  { __typename: 'Film', id: 'm1', title: 'Alien', minutes: 117 },
  { __typename: 'Song', id: 'm2', title: 'Help!', bars: 0 },
];
const stars = [
  { id: 'm1', stars: 5, critics: ['A', 'B'] },
  { id: 'm2', stars: 0, critics: [] },
];

export const simpleInterfaceObject: FederationGroup = {
  name: 'an @interfaceObject that adds fields to all implementations',
  subgraphs: [
    subgraph(
      'library',
      `type Query { media: [Media!]!  medium(id: ID!): Media  films: [Film!]! }
       interface Media @key(fields: "id") { id: ID!  title: String }
       type Film implements Media @key(fields: "id") { id: ID!  title: String  minutes: Int }
       type Song implements Media @key(fields: "id") { id: ID!  title: String  bars: Int }`,
      {
        Query: {
          media: () => media,
          medium: (_, { id }) => media.find((medium) => medium.id === id),
          films: () => media.slice(0, 1),
        },
        Media: { __resolveReference: find(media) },
        Film: { __resolveReference: find(media) },
        Song: { __resolveReference: find(media) },
      },
    ),
    subgraph(
      'reviews',
      `type Query { best: Media  worst: [Media!]! }
       type Media @key(fields: "id") @interfaceObject { id: ID!  stars: Int  critics: [Critic!]! }
       type Critic @key(fields: "id") { id: ID! }`,
      {
        Query: { best: () => ({ id: 'm1' }), worst: () => [{ id: 'm2' }, { id: 'm1' }] },
        Media: {
          __resolveReference: find(stars),
          stars: ({ id }) => stars.find((row) => row.id === id)?.stars,
          critics: ({ id }) => stars.find((row) => row.id === id)?.critics.map((critic) => ({ id: critic })),
        },
      },
    ),
    subgraph('critics', 'type Critic @key(fields: "id") { id: ID!  name: String }', {
      Critic: { __resolveReference: ({ id }) => ({ id, name: `Critic ${id}` }) },
    }),
  ],
  cases: [
    {
      name: 'gives its field for every implementation',
      query: '{ media { title stars } }',
      data: {
        media: [
          { title: 'Alien', stars: 5 },
          { title: 'Help!', stars: 0 },
        ],
      },
      fetches: { library: 1, reviews: 1 },
      representations: {
        reviews: [
          { __typename: 'Media', id: 'm1' },
          { __typename: 'Media', id: 'm2' },
        ],
      },
    },
    {
      name: 'gives its field on one implementation, under the name of the interface',
      query: '{ films { minutes stars } }',
      data: { films: [{ minutes: 117, stars: 5 }] },
      fetches: { library: 1, reviews: 1 },
      representations: { reviews: [{ __typename: 'Media', id: 'm1' }] },
    },
    {
      name: 'does not tell the real type, so that another subgraph is asked for it',
      query: '{ best { __typename stars } }',
      data: { best: { __typename: 'Film', stars: 5 } },
      fetches: { reviews: 1, library: 1 },
    },
    {
      name: 'needs nobody else for its own fields',
      query: '{ best { id stars } worst { id } }',
      data: { best: { id: 'm1', stars: 5 }, worst: [{ id: 'm2' }, { id: 'm1' }] },
      fetches: { reviews: 1 },
    },
    {
      name: 'gets fields of the interface from where the interface is',
      query: '{ worst { title stars } }',
      data: {
        worst: [
          { title: 'Help!', stars: 0 },
          { title: 'Alien', stars: 5 },
        ],
      },
      fetches: { reviews: 1, library: 1 },
    },
    {
      name: 'gets fields of one implementation by a fragment',
      query: '{ worst { ... on Film { minutes } ... on Song { bars } stars } }',
      data: {
        worst: [
          { bars: 0, stars: 0 },
          { minutes: 117, stars: 5 },
        ],
      },
      fetches: { reviews: 1, library: 1 },
    },
    {
      name: 'gives its own field under a fragment only for that implementation',
      query: '{ worst { id ... on Film { stars } } }',
      data: { worst: [{ id: 'm2' }, { id: 'm1', stars: 5 }] },
    },
    {
      name: 'leads on to a third subgraph',
      query: '{ media { critics { name } } }',
      data: { media: [{ critics: [{ name: 'Critic A' }, { name: 'Critic B' }] }, { critics: [] }] },
      fetches: { library: 1, reviews: 1, critics: 1 },
    },
    {
      name: 'is null where nobody knows the entity',
      query: '{ medium(id: "m9") { title stars } }',
      data: { medium: null },
      fetches: { library: 1 },
    },
    {
      name: 'tells types under aliases',
      query: '{ worst { kind: __typename id __typename } }',
      data: {
        worst: [
          { kind: 'Song', id: 'm2', __typename: 'Song' },
          { kind: 'Film', id: 'm1', __typename: 'Film' },
        ],
      },
      fetches: { reviews: 1, library: 1 },
    },
  ],
};
