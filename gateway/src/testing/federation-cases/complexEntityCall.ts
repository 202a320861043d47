import type { FederationGroup } from './federationGroup.ts';
import { type Row, subgraph } from './subgraph.ts';

const parcels = [
  { id: 'p1', code: 'c1', depot: { id: 'd1', zone: 'north' }, weight: 3 },
  { id: 'p2', code: 'c2', depot: { id: 'd2', zone: 'south' }, weight: 0 },
];
const byId = ({ id }: Row) => parcels.find((parcel) => parcel.id === id) ?? null;
/** Known only where every part of the key is right. */
const byWholeKey = ({ id, code, depot }: Row) =>
  parcels.find(
    (parcel) =>
      parcel.id === id &&
      parcel.code === code &&
      parcel.depot.id === depot?.id &&
      parcel.depot.zone === depot?.zone,
  ) ?? null;

export const complexEntityCall: FederationGroup = {
  name: 'an entity whose key has to be put together on the way',
  subgraphs: [
    subgraph(
      'orders',
      `type Query { latest: Batch }
       type Batch @key(fields: "parcels { id }") { parcels: [Parcel!]!  first: Parcel  rest: [Parcel!]! }
       type Parcel @key(fields: "id") { id: ID! }`,
      {
        Query: {
          latest: () => ({
            parcels: [{ id: 'p1' }, { id: 'p2' }],
            first: { id: 'p1' },
            rest: [{ id: 'p2' }, { id: 'p1' }],
          }),
        },
      },
    ),
    subgraph('codes', 'type Parcel @key(fields: "id") @key(fields: "id code") { id: ID!  code: String! }', {
      Parcel: { __resolveReference: byId },
    }),
    subgraph(
      'depots',
      `type Parcel @key(fields: "id code") { id: ID!  code: String!  depot: Depot @shareable }
       type Depot @key(fields: "id zone") { id: ID!  zone: String! }`,
      {
        Parcel: {
          __resolveReference: ({ id, code }) =>
            parcels.find((parcel) => parcel.id === id && parcel.code === code) ?? null,
        },
      },
    ),
    subgraph(
      'scales',
      `type Parcel @key(fields: "id code depot { id zone }") { id: ID!  code: String!  depot: Depot @shareable  weight: Int }
       type Depot @key(fields: "id zone") { id: ID!  zone: String! }
       type Batch @key(fields: "parcels { id }") { parcels: [Parcel!]!  total: Int }`,
      {
        Parcel: { __resolveReference: byWholeKey },
        Batch: {
          __resolveReference: ({ parcels: keys }) => ({
            parcels: keys.map(byId),
            total: keys.reduce((sum: number, key: Row) => sum + (byId(key)?.weight ?? 0), 0),
          }),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'is found by a key of three parts from three subgraphs',
      query: '{ latest { first { weight } } }',
      data: { latest: { first: { weight: 3 } } },
      fetches: { orders: 1, codes: 1, depots: 1, scales: 1 },
      representations: {
        scales: [{ __typename: 'Parcel', id: 'p1', code: 'c1', depot: { id: 'd1', zone: 'north' } }],
      },
    },
    {
      name: 'is found by a key that is a list of keys',
      query: '{ latest { total } }',
      data: { latest: { total: 3 } },
      fetches: { orders: 1, scales: 1 },
      representations: { scales: [{ __typename: 'Batch', parcels: [{ id: 'p1' }, { id: 'p2' }] }] },
    },
    {
      name: 'takes each step once for the whole list',
      query: '{ latest { rest { id code weight depot { zone } } } }',
      data: {
        latest: {
          rest: [
            { id: 'p2', code: 'c2', weight: 0, depot: { zone: 'south' } },
            { id: 'p1', code: 'c1', weight: 3, depot: { zone: 'north' } },
          ],
        },
      },
      fetches: { orders: 1, codes: 1, depots: 1, scales: 1 },
    },
    {
      name: 'shows none of the key that the client did not ask for',
      query: '{ latest { total parcels { weight } } }',
      data: { latest: { total: 3, parcels: [{ weight: 3 }, { weight: 0 }] } },
      fetches: { orders: 1, codes: 1, depots: 1, scales: 2 },
      // Apollo sees that the batch brings its parcels.
      fetchesBy: { apollo: { orders: 1, scales: 1 } },
    },
  ],
};
