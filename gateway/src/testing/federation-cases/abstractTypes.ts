import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const plants = [
  { __typename: 'Tree', id: 't1', latin: 'Quercus', height: 20, maker: 'nursery1' },
  { __typename: 'Herb', id: 'h1', latin: 'Mentha', scent: 'mint', maker: 'nursery2' },
  { __typename: 'Tree', id: 't2', latin: 'Tilia', height: 15, maker: 'nursery2' },
];
const prices = [
  { id: 't1', price: 50 },
  { id: 'h1', price: 2 },
  { id: 't2', price: 0 },
];
const sightings = [
  { id: 's1', plant: { __typename: 'Tree', id: 't1' } },
  { id: 's2', plant: { __typename: 'Herb', id: 'h1' } },
  { id: 's3', plant: { __typename: 'Tree', id: 't1' } },
];

export const abstractTypes: FederationGroup = {
  name: 'an interface whose implementations are entities of several subgraphs',
  subgraphs: [
    subgraph(
      'garden',
      `type Query { plants: [Plant!]!  plant(id: ID!): Plant }
       interface Plant { id: ID!  latin: String!  nursery: Nursery }
       type Tree implements Plant @key(fields: "id") { id: ID!  latin: String!  height: Int  nursery: Nursery }
       type Herb implements Plant @key(fields: "id") { id: ID!  latin: String!  scent: String  nursery: Nursery }
       type Nursery @key(fields: "id") { id: ID! }`,
      {
        Query: { plants: () => plants, plant: (_, { id }) => plants.find((plant) => plant.id === id) },
        Tree: { __resolveReference: find(plants), nursery: ({ maker }) => ({ id: maker }) },
        Herb: { __resolveReference: find(plants), nursery: ({ maker }) => ({ id: maker }) },
      },
    ),
    subgraph(
      'shop',
      `interface Priced { price: Int }
       type Tree implements Priced @key(fields: "id") { id: ID!  price: Int }
       type Herb implements Priced @key(fields: "id") { id: ID!  price: Int }`,
      { Tree: { __resolveReference: find(prices) }, Herb: { __resolveReference: find(prices) } },
    ),
    subgraph(
      'atlas',
      `type Query { sightings: [Sighting!]! }
       type Sighting { id: ID!  plant: Plant }
       interface Plant { id: ID! }
       type Tree implements Plant @key(fields: "id") { id: ID! }
       type Herb implements Plant @key(fields: "id") { id: ID! }`,
      { Query: { sightings: () => sightings } },
    ),
    subgraph('registry', 'type Nursery @key(fields: "id") { id: ID!  title: String }', {
      Nursery: { __resolveReference: ({ id }) => ({ id, title: `Nursery ${id}` }) },
    }),
  ],
  cases: [
    {
      name: 'is answered from one subgraph where that has all of it',
      query: '{ plants { id latin } }',
      data: {
        plants: [
          { id: 't1', latin: 'Quercus' },
          { id: 'h1', latin: 'Mentha' },
          { id: 't2', latin: 'Tilia' },
        ],
      },
      fetches: { garden: 1 },
    },
    {
      name: 'takes fields of each implementation by fragments',
      query: '{ plants { __typename ... on Tree { height } ... on Herb { scent } } }',
      data: {
        plants: [
          { __typename: 'Tree', height: 20 },
          { __typename: 'Herb', scent: 'mint' },
          { __typename: 'Tree', height: 15 },
        ],
      },
      fetches: { garden: 1 },
    },
    {
      name: 'takes fields of another subgraph by fragments on another interface',
      query: '{ plants { latin ... on Priced { price } } }',
      data: {
        plants: [
          { latin: 'Quercus', price: 50 },
          { latin: 'Mentha', price: 2 },
          { latin: 'Tilia', price: 0 },
        ],
      },
      fetches: { garden: 1, shop: 1 },
    },
    {
      name: 'asks for the entities of one type only, when the query does',
      query: '{ plants { id ... on Herb { price } } }',
      data: { plants: [{ id: 't1' }, { id: 'h1', price: 2 }, { id: 't2' }] },
      fetches: { garden: 1, shop: 1 },
      representations: { shop: [{ __typename: 'Herb', id: 'h1' }] },
    },
    {
      name: 'goes from an implementation to a third subgraph under an alias',
      query: '{ plants { from: nursery { title } } }',
      data: {
        plants: [
          { from: { title: 'Nursery nursery1' } },
          { from: { title: 'Nursery nursery2' } },
          { from: { title: 'Nursery nursery2' } },
        ],
      },
      fetches: { garden: 1, registry: 1 },
      representations: {
        registry: [
          { __typename: 'Nursery', id: 'nursery1' },
          { __typename: 'Nursery', id: 'nursery2' },
        ],
      },
    },
    {
      name: 'gets fields of the interface by way of its implementations where the interface lacks them',
      query: '{ sightings { plant { latin } } }',
      data: {
        sightings: [
          { plant: { latin: 'Quercus' } },
          { plant: { latin: 'Mentha' } },
          { plant: { latin: 'Quercus' } },
        ],
      },
      fetches: { atlas: 1, garden: 1 },
      representations: {
        garden: [
          { __typename: 'Tree', id: 't1' },
          { __typename: 'Herb', id: 'h1' },
        ],
      },
    },
    {
      name: 'leaves out what a condition on a fragment excludes',
      query: `query ($wanted: Boolean!) {
        sightings { plant { id ... on Tree @include(if: $wanted) { height } ... on Herb { latin } } }
      }`,
      variables: { wanted: false },
      data: {
        sightings: [
          { plant: { id: 't1' } },
          { plant: { id: 'h1', latin: 'Mentha' } },
          { plant: { id: 't1' } },
        ],
      },
      fetches: { atlas: 1, garden: 1 },
    },
    {
      name: 'joins fragments that overlap',
      query: `{ plant(id: "t2") { ...A ...B ... on Tree { id height } } }
        fragment A on Plant { latin nursery { id } }
        fragment B on Tree { nursery { title } price }`,
      data: {
        plant: {
          latin: 'Tilia',
          nursery: { id: 'nursery2', title: 'Nursery nursery2' },
          price: 0,
          id: 't2',
          height: 15,
        },
      },
      fetches: { garden: 1, registry: 1, shop: 1 },
    },
    {
      name: 'nests conditions: the inner one decides within the outer one',
      query: `query ($outer: Boolean = true, $inner: Boolean = true) {
        plant(id: "t1") { ... on Tree @include(if: $outer) { height ... on Tree @skip(if: $inner) { price } } }
      }`,
      data: { plant: { height: 20 } },
      fetches: { garden: 1 },
    },
  ],
};
