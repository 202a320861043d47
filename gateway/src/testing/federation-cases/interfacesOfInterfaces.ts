import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Dog', id: 'd1', name: 'Rex', friend: 'd2', breed: 'Pug' },
  { __typename: 'Dog', id: 'd2', name: 'Bob', friend: 'c1', breed: '' },
  { __typename: 'Cat', id: 'c1', name: 'Tom', friend: 'c1', lives: 7 },
];
const friend = (id: string) => rows.find((row) => row.id === id);

/** Implementations narrow the types of the interface's fields, and interfaces implement others. */
export const interfacesOfInterfaces: FederationGroup = {
  name: 'interfaces that implement interfaces, with fields of narrower types',
  subgraphs: [
    subgraph(
      'zoo',
      `type Query { nodes: [Node!]!  animals: [Animal!]! }
       interface Node { id: ID! }
       interface Animal implements Node { id: ID!  friend: Animal  name: String }
       type Dog implements Node & Animal @key(fields: "id") { id: ID!  friend: Animal!  name: String! }
       type Cat implements Node & Animal @key(fields: "id") { id: ID!  friend: Cat  name: String }`,
      {
        Query: { nodes: () => rows, animals: () => rows },
        Dog: { __resolveReference: find(rows), friend: (dog) => friend(dog.friend) },
        Cat: { __resolveReference: find(rows), friend: (cat) => friend(cat.friend) },
      },
    ),
    subgraph(
      'vet',
      `interface Animal { weight: Int }
       type Dog implements Animal @key(fields: "id") { id: ID!  weight: Int!  breed: String }
       type Cat implements Animal @key(fields: "id") { id: ID!  weight: Int  lives: Int }`,
      {
        Dog: { __resolveReference: find(rows), weight: () => 0 },
        Cat: { __resolveReference: find(rows), weight: () => 4 },
      },
    ),
  ],
  cases: [
    {
      name: 'lead from the wider to the narrower',
      query: '{ nodes { id ... on Animal { name friend { id ... on Cat { name } } } } }',
      data: {
        nodes: [
          { id: 'd1', name: 'Rex', friend: { id: 'd2' } },
          { id: 'd2', name: 'Bob', friend: { id: 'c1', name: 'Tom' } },
          { id: 'c1', name: 'Tom', friend: { id: 'c1', name: 'Tom' } },
        ],
      },
      fetches: { zoo: 1 },
    },
    {
      name: 'take fields that another subgraph gives the interface',
      query: '{ animals { weight friend { weight ... on Dog { breed } ... on Cat { lives } } } }',
      data: {
        animals: [
          { weight: 0, friend: { weight: 0, breed: '' } },
          { weight: 0, friend: { weight: 4, lives: 7 } },
          { weight: 4, friend: { weight: 4, lives: 7 } },
        ],
      },
    },
    {
      name: 'allow fragments that only the narrower type fits',
      query:
        '{ nodes { ... on Dog { friend { ... on Node { id } ... on Cat { friend { friend { name } } } } } } }',
      data: {
        nodes: [{ friend: { id: 'd2' } }, { friend: { id: 'c1', friend: { friend: { name: 'Tom' } } } }, {}],
      },
      fetches: { zoo: 1 },
    },
    {
      name: 'allow a fragment on the wider within one on the narrower',
      query: '{ animals { ... on Cat { ... on Node { ... on Animal { weight ... on Cat { lives } } } } } }',
      data: { animals: [{}, {}, { weight: 4, lives: 7 }] },
      fetches: { zoo: 1, vet: 1 },
    },
  ],
};
