import type { FederationGroup } from './federationGroup.ts';
import { find, type Row, subgraph } from './subgraph.ts';

const cars = [{ id: 'c1', cents: 500, maker: { margin: 10 } }];
const price = ({ cents }: Row, { in: currency }: Row) => (currency === 'USD' ? cents * 2 : cents);

/** Two fields require one field with different arguments. */
export const requiresWithArgumentConflict: FederationGroup = {
  name: '@requires of one field with different arguments',
  subgraphs: [
    subgraph(
      'cars',
      `type Query { car: Car  cars: [Car!]! }
       type Car @key(fields: "id") { id: ID!  price(in: String!): Int  maker: Maker }
       type Maker { margin(in: String!): Int }`,
      {
        Query: { car: () => cars[0], cars: () => cars },
        Car: { __resolveReference: find(cars), price },
        Maker: { margin: ({ margin }, { in: currency }) => (currency === 'USD' ? margin * 2 : margin) },
      },
    ),
    subgraph(
      'export',
      `type Car @key(fields: "id") {
         id: ID!
         price(in: String!): Int @external
         maker: Maker @external
         eur: String @requires(fields: "price(in: \\"EUR\\")")
         usd: String @requires(fields: "price(in: \\"USD\\") maker { margin(in: \\"USD\\") }")
         gain: String @requires(fields: "maker { margin(in: \\"EUR\\") }")
       }
       type Maker { margin(in: String!): Int @external }`,
      {
        Car: {
          __resolveReference: (reference) => ({ id: reference.id, given: reference }),
          eur: ({ given }) => `${given.price} EUR`,
          usd: ({ given }) => `${given.price} USD of which ${given.maker?.margin}`,
          gain: ({ given }) => `${given.maker?.margin} EUR`,
        },
      },
    ),
    subgraph(
      'import',
      `type Car @key(fields: "id") { id: ID!  price(in: String!): Int @external  duty: String @requires(fields: "price(in: \\"EUR\\")") }`,
      {
        Car: {
          __resolveReference: ({ id, price: given }) => ({ id, given }),
          duty: ({ given }) => `${given / 10} EUR`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'brings each its own when one is asked for',
      query: '{ a: car { eur } }',
      data: { a: { eur: '500 EUR' } },
      fetches: { cars: 1, export: 1 },
    },
    {
      name: 'brings each its own when both are asked for',
      query: '{ car { eur usd } }',
      data: { car: { eur: '500 EUR', usd: '1000 USD of which 20' } },
    },
    {
      name: 'brings each its own within a nested object',
      query: '{ car { usd gain } }',
      data: { car: { usd: '1000 USD of which 20', gain: '10 EUR' } },
    },
    {
      name: 'brings each its own in two subgraphs',
      query: '{ cars { usd duty } }',
      data: { cars: [{ usd: '1000 USD of which 20', duty: '50 EUR' }] },
    },
    {
      name: 'brings each its own while the client asks for a third',
      query: '{ car { price(in: "CHF") usd eur maker { margin(in: "CHF") } } }',
      data: {
        car: { price: 500, usd: '1000 USD of which 20', eur: '500 EUR', maker: { margin: 10 } },
      },
    },
  ],
};
