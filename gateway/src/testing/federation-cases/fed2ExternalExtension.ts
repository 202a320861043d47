import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const cities = [
  { id: 'c1', name: 'Aachen', people: 250, mayor: 'M1' },
  { id: 'c2', name: 'Bonn', people: 330, mayor: 'M2' },
];

export const fed2ExternalExtension: FederationGroup = {
  name: 'Federation 2: an entity that two subgraphs extend',
  subgraphs: [
    subgraph(
      'map',
      `extend type Query { cities: [City!]!  city(id: ID!): City }
       type City @key(fields: "id") { id: ID!  name: String! }`,
      {
        Query: { cities: () => cities, city: (_, { id }) => cities.find((city) => city.id === id) },
        City: { __resolveReference: find(cities) },
      },
    ),
    subgraph('census', 'extend type City @key(fields: "id") { id: ID! @external  people: Int }', {
      City: { __resolveReference: find(cities) },
    }),
    subgraph(
      'hall',
      `extend type City @key(fields: "id") { id: ID!  people: Int @external  mayor: String  size: String @requires(fields: "people") }`,
      {
        City: {
          __resolveReference: find(cities.map(({ id, mayor }) => ({ id, mayor }))),
          size: ({ people }) => `${people} thousand`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'is put together from all of them',
      query: '{ city(id: "c1") { name people mayor } }',
      data: { city: { name: 'Aachen', people: 250, mayor: 'M1' } },
      fetches: { map: 1, census: 1, hall: 1 },
    },
    {
      name: 'computes one extension from another',
      query: '{ cities { size } }',
      data: { cities: [{ size: '250 thousand' }, { size: '330 thousand' }] },
      fetches: { map: 1, census: 1, hall: 1 },
      representations: {
        hall: [
          { __typename: 'City', id: 'c1', people: 250 },
          { __typename: 'City', id: 'c2', people: 330 },
        ],
      },
    },
    {
      name: 'gives a required field to the client as well, and in its place',
      query: '{ cities { size people id } }',
      data: {
        cities: [
          { size: '250 thousand', people: 250, id: 'c1' },
          { size: '330 thousand', people: 330, id: 'c2' },
        ],
      },
      fetches: { map: 1, census: 1, hall: 1 },
    },
  ],
};
