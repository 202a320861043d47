import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const horses = [
  { id: 'h1', name: 'Ajax', races: 3 },
  { id: 'h2', name: 'Bella', races: 0 },
];

/** Subgraphs without `@link`: Federation 1, which composition upgrades. */
export const fed1ExternalExtends: FederationGroup = {
  name: 'Federation 1: a type that @extends another, with @external key and fields',
  subgraphs: [
    subgraph(
      'races',
      `type Query { winner: Horse  field: [Horse] }
       type Horse @key(fields: "id") @extends { id: ID! @external  name: String @external  races: Int }`,
      {
        Query: {
          winner: () => ({ id: 'h1', name: 'not to be trusted' }),
          field: () => [{ id: 'h2' }, { id: 'h1' }],
        },
        Horse: {
          __resolveReference: find(horses),
          races: ({ id }) => horses.find((horse) => horse.id === id)?.races,
        },
      },
      null,
    ),
    subgraph(
      'stable',
      `type Query { horse(id: ID!): Horse }
       type Horse @key(fields: "id") { id: ID!  name: String }`,
      {
        Query: { horse: (_, { id }) => horses.find((horse) => horse.id === id) },
        Horse: { __resolveReference: find(horses) },
      },
      null,
    ),
  ],
  cases: [
    {
      name: 'gives the key from the extending subgraph',
      query: '{ winner { id } }',
      data: { winner: { id: 'h1' } },
      fetches: { races: 1 },
    },
    {
      name: 'takes an external field from its owner only',
      query: '{ winner { id name } }',
      data: { winner: { id: 'h1', name: 'Ajax' } },
      fetches: { races: 1, stable: 1 },
    },
    {
      name: 'gives the extension of an entity that the owner found',
      query: '{ horse(id: "h2") { name races } }',
      data: { horse: { name: 'Bella', races: 0 } },
      fetches: { races: 1, stable: 1 },
    },
    {
      name: 'keeps the order of a list',
      query: '{ field { name } }',
      data: { field: [{ name: 'Bella' }, { name: 'Ajax' }] },
      fetches: { races: 1, stable: 1 },
    },
  ],
};
