import type { FederationGroup } from './federationGroup.ts';
import { type Row, subgraph } from './subgraph.ts';

const seats = [
  { row: 1, hall: { id: 'h1', house: { id: 'x' } }, tags: ['a', 'b'] },
  { row: 2, hall: { id: 'h1', house: { id: 'x' } }, tags: [] },
];

/** An entity without an id of its own: it is known by the entities it belongs to. */
export const keysOfOtherEntities: FederationGroup = {
  name: 'keys that are keys of other entities',
  subgraphs: [
    subgraph(
      'plan',
      `type Query { seats: [Seat!]! }
       type Seat @key(fields: "row hall { id house { id } }") @key(fields: "row tags") { row: Int!  hall: Hall!  tags: [String!]! }
       type Hall @key(fields: "id") { id: ID!  house: House! }
       type House @key(fields: "id") { id: ID! }`,
      { Query: { seats: () => seats } },
    ),
    subgraph(
      'tickets',
      `type Seat @key(fields: "row hall { id house { id } }") { row: Int!  hall: Hall!  price: Int }
       type Hall @key(fields: "id") { id: ID!  house: House!  title: String }
       type House @key(fields: "id") { id: ID!  town: String }`,
      {
        Seat: {
          __resolveReference: (reference) => reference,
          price: ({ row, hall }) => row * 10 + hall.house.id.length,
        },
        Hall: {
          __resolveReference: ({ id }: Row) => ({ id }),
          title: ({ id }) => `Hall ${id}`,
          house: ({ house }) => house ?? { id: 'x' },
        },
        House: { __resolveReference: ({ id }) => ({ id }), town: () => 'Ulm' },
      },
    ),
    subgraph('labels', 'type Seat @key(fields: "row tags") { row: Int!  tags: [String!]!  label: String }', {
      Seat: {
        __resolveReference: (reference) => reference,
        label: ({ row, tags }) => `${row}:${tags.join('+')}`,
      },
    }),
  ],
  cases: [
    {
      name: 'lead to other subgraphs',
      query: '{ seats { price } }',
      data: { seats: [{ price: 11 }, { price: 21 }] },
      fetches: { plan: 1, tickets: 1 },
      representations: {
        tickets: [
          { __typename: 'Seat', row: 1, hall: { id: 'h1', house: { id: 'x' } } },
          { __typename: 'Seat', row: 2, hall: { id: 'h1', house: { id: 'x' } } },
        ],
      },
    },
    {
      name: 'may be lists of values',
      query: '{ seats { label } }',
      data: { seats: [{ label: '1:a+b' }, { label: '2:' }] },
      fetches: { plan: 1, labels: 1 },
    },
    {
      name: 'stand beside fields of those other entities',
      query: '{ seats { hall { title house { town } } price label } }',
      data: {
        seats: [
          { hall: { title: 'Hall h1', house: { town: 'Ulm' } }, price: 11, label: '1:a+b' },
          { hall: { title: 'Hall h1', house: { town: 'Ulm' } }, price: 21, label: '2:' },
        ],
      },
    },
    {
      name: 'are not shown where the client names other fields like them',
      query: '{ seats { hall: label row: price tags: hall { id: title } } }',
      data: {
        seats: [
          { hall: '1:a+b', row: 11, tags: { id: 'Hall h1' } },
          { hall: '2:', row: 21, tags: { id: 'Hall h1' } },
        ],
      },
    },
  ],
};
