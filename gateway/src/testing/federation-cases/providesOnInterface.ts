import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const animals = [
  { __typename: 'Dog', id: 'd1', name: 'Rex' },
  { __typename: 'Cat', id: 'c1', name: '' },
];

export const providesOnInterface: FederationGroup = {
  name: '@provides of fields behind an interface',
  subgraphs: [
    subgraph(
      'owners',
      `type Query { owner: Owner }
       type Owner @key(fields: "id") { id: ID!  pets: [Animal!] @external }
       interface Animal { id: ID!  name: String }
       type Dog implements Animal @key(fields: "id") { id: ID! @external  name: String @external }
       type Cat implements Animal @key(fields: "id") { id: ID! @external  name: String @external }
       extend type Query { provided: Owner @provides(fields: "pets { id ... on Dog { name } ... on Cat { name } }") }`,
      {
        Query: { owner: () => ({ id: 'o1' }), provided: () => ({ id: 'o1', pets: animals }) },
      },
    ),
    subgraph(
      'pets',
      `type Owner @key(fields: "id") { id: ID!  pets: [Animal!] @shareable }
       interface Animal { id: ID!  name: String }
       type Dog implements Animal @key(fields: "id") { id: ID!  name: String @shareable  tricks: Int }
       type Cat implements Animal @key(fields: "id") { id: ID!  name: String @shareable  lives: Int }`,
      {
        Owner: {
          __resolveReference: ({ id }) => ({ id, pets: animals.map((pet) => ({ ...pet, name: 'owner' })) }),
        },
        Dog: { __resolveReference: find(animals), tricks: () => 0 },
        Cat: { __resolveReference: find(animals), lives: () => 7 },
      },
    ),
  ],
  cases: [
    {
      name: 'saves the fetch for a field of the interface',
      query: '{ provided { pets { id name } } }',
      data: {
        provided: {
          pets: [
            { id: 'd1', name: 'Rex' },
            { id: 'c1', name: '' },
          ],
        },
      },
      fetches: { owners: 1 },
    },
    {
      name: 'saves the fetch for a field under fragments',
      query: '{ provided { pets { ... on Cat { name } ... on Dog { label: name } } } }',
      data: { provided: { pets: [{ label: 'Rex' }, { name: '' }] } },
      fetches: { owners: 1 },
      // The Rust planner asks the other subgraph for the types, though this one knows them.
      fetchesBy: { hive: { owners: 1, pets: 1 }, auto: { owners: 1, pets: 1 } },
    },
    {
      name: 'goes on to the owner for other fields',
      query: '{ provided { pets { name ... on Cat { lives } ... on Dog { tricks } } } }',
      data: {
        provided: {
          pets: [
            { name: 'Rex', tricks: 0 },
            { name: '', lives: 7 },
          ],
        },
      },
    },
    {
      name: 'does not hold on another path',
      query: '{ owner { pets { name } } }',
      data: { owner: { pets: [{ name: 'owner' }, { name: 'owner' }] } },
      fetches: { owners: 1, pets: 1 },
    },
  ],
};
