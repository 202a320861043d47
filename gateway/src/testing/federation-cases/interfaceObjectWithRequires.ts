import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const nodes = [
  { __typename: 'Lamp', id: 'n1', watts: 40, age: 2 },
  { __typename: 'Oven', id: 'n2', watts: 0, age: null },
];

export const interfaceObjectWithRequires: FederationGroup = {
  name: 'an @interfaceObject with a field that @requires a field of the interface',
  subgraphs: [
    subgraph(
      'house',
      `type Query { devices: [Device!]! }
       interface Device @key(fields: "id") { id: ID!  watts: Int  age: Int }
       type Lamp implements Device @key(fields: "id") { id: ID!  watts: Int  age: Int }
       type Oven implements Device @key(fields: "id") { id: ID!  watts: Int  age: Int  grill: Boolean }`,
      {
        Query: { devices: () => nodes },
        Device: { __resolveReference: find(nodes) },
        Lamp: { __resolveReference: find(nodes) },
        Oven: { __resolveReference: find(nodes), grill: () => false },
      },
    ),
    subgraph(
      'power',
      `type Query { hungry: [Device!]! }
       type Device @key(fields: "id") @interfaceObject {
         id: ID!
         watts: Int @external
         age: Int @external
         cost: Int @requires(fields: "watts")
         note: String @requires(fields: "watts age")
       }`,
      {
        Query: { hungry: () => [{ id: 'n2' }, { id: 'n1' }] },
        Device: {
          __resolveReference: (reference) => reference,
          cost: ({ watts }) => watts * 3,
          note: ({ watts, age }) => `${watts} W, ${age ?? 'unknown'} years`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'computes from what the interface has',
      query: '{ devices { cost } }',
      data: { devices: [{ cost: 120 }, { cost: 0 }] },
      fetches: { house: 1, power: 1 },
      representations: {
        power: [
          { __typename: 'Device', id: 'n1', watts: 40 },
          { __typename: 'Device', id: 'n2', watts: 0 },
        ],
      },
    },
    {
      name: 'goes to the interface and back',
      query: '{ hungry { cost note } }',
      data: {
        hungry: [
          { cost: 0, note: '0 W, unknown years' },
          { cost: 120, note: '40 W, 2 years' },
        ],
      },
      fetches: { power: 2, house: 1 },
    },
    {
      name: 'shows the real type beside it',
      query: '{ hungry { __typename note } }',
      data: {
        hungry: [
          { __typename: 'Oven', note: '0 W, unknown years' },
          { __typename: 'Lamp', note: '40 W, 2 years' },
        ],
      },
    },
    {
      name: 'computes for one implementation only',
      query: '{ devices { ... on Lamp { cost } ... on Oven { grill } } }',
      data: { devices: [{ cost: 120 }, { grill: false }] },
      fetches: { house: 1, power: 1 },
      representations: { power: [{ __typename: 'Device', id: 'n1', watts: 40 }] },
    },
  ],
};
