import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Car', id: 'v1', name: 'Mini', doors: 2, town: 'Ulm' },
  { __typename: 'Boat', id: 'v2', name: 'Titan', sails: 0, town: 'Kiel' },
];

/** An interface with a key is itself something that can be asked for. */
export const interfaceEntities: FederationGroup = {
  name: 'an interface with a @key in several subgraphs',
  subgraphs: [
    subgraph(
      'fleet',
      `type Query { vehicles: [Vehicle!]! }
       interface Vehicle @key(fields: "id") { id: ID!  name: String }
       type Car implements Vehicle @key(fields: "id") { id: ID!  name: String  doors: Int }
       type Boat implements Vehicle @key(fields: "id") { id: ID!  name: String  sails: Int }`,
      {
        Query: { vehicles: () => rows },
        Vehicle: { __resolveReference: find(rows) },
        Car: { __resolveReference: find(rows) },
        Boat: { __resolveReference: find(rows) },
      },
    ),
    subgraph(
      'places',
      `type Query { parked: [Vehicle]! }
       type Vehicle @key(fields: "id") @interfaceObject { id: ID!  town: String }`,
      {
        Query: { parked: () => [{ id: 'v2' }, { id: 'v1' }, { id: 'v9' }] },
        Vehicle: {
          __resolveReference: ({ id }) => ({ id }),
          town: ({ id }) => rows.find((row) => row.id === id)?.town ?? null,
        },
      },
    ),
    subgraph(
      'log',
      'type Car @key(fields: "id") { id: ID!  trips: Int }\ntype Boat @key(fields: "id") { id: ID!  cruises: Int }',
      {
        Car: { __resolveReference: ({ id }) => ({ id, trips: 0 }) },
        Boat: { __resolveReference: ({ id }) => ({ id, cruises: 3 }) },
      },
    ),
  ],
  cases: [
    {
      name: 'gives fields of implementations from a third subgraph',
      query: '{ vehicles { name town ... on Car { trips } ... on Boat { cruises } } }',
      data: {
        vehicles: [
          { name: 'Mini', town: 'Ulm', trips: 0 },
          { name: 'Titan', town: 'Kiel', cruises: 3 },
        ],
      },
      fetches: { fleet: 1, places: 1, log: 1 },
    },
    {
      name: 'finds out the type on the way from the @interfaceObject to the third subgraph',
      query: '{ parked { town ... on Car { trips } ... on Boat { cruises sails } } }',
      data: { parked: [{ town: 'Kiel', cruises: 3, sails: 0 }, { town: 'Ulm', trips: 0 }, { town: null }] },
    },
    {
      name: 'shows null without an error where nobody can tell the type',
      query: '{ parked { id __typename } }',
      data: { parked: [{ id: 'v2', __typename: 'Boat' }, { id: 'v1', __typename: 'Car' }, null] },
    },
  ],
};
