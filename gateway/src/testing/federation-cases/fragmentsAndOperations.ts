import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Cat', id: 'c1', name: 'Tom', lives: 7, owner: 'o1' },
  { __typename: 'Dog', id: 'd1', name: 'Rex', tricks: 0, owner: 'o1' },
];

export const fragmentsAndOperations: FederationGroup = {
  name: 'fragments and documents of several operations',
  subgraphs: [
    subgraph(
      'pets',
      `type Query { pets: [Pet!]!  pet(id: ID!): Pet }
       interface Pet { id: ID!  name: String  owner: Owner }
       type Cat implements Pet @key(fields: "id") { id: ID!  name: String  owner: Owner  lives: Int }
       type Dog implements Pet @key(fields: "id") { id: ID!  name: String  owner: Owner  tricks: Int }
       type Owner @key(fields: "id") { id: ID! }`,
      {
        Query: { pets: () => rows, pet: (_, { id }) => rows.find((row) => row.id === id) },
        Cat: { __resolveReference: find(rows), owner: ({ owner }) => ({ id: owner }) },
        Dog: { __resolveReference: find(rows), owner: ({ owner }) => ({ id: owner }) },
      },
    ),
    subgraph(
      'people',
      `type Owner @key(fields: "id") { id: ID!  name: String  pets: [Animal!] }
       union Animal = Cat | Dog
       type Cat @key(fields: "id") { id: ID!  toys: [String!] }
       type Dog @key(fields: "id") { id: ID!  leash: Boolean }`,
      {
        Owner: {
          __resolveReference: ({ id }) => ({
            id,
            name: 'Olga',
            pets: [
              { __typename: 'Dog', id: 'd1' },
              { __typename: 'Cat', id: 'c1' },
            ],
          }),
        },
        Cat: { __resolveReference: find(rows), toys: () => [] },
        Dog: { __resolveReference: find(rows), leash: () => false },
      },
    ),
  ],
  cases: [
    {
      name: 'may nest fragments and name them in any order',
      query: `fragment Deep on Owner { name pets { ...Both } }
        query { pet(id: "c1") { ...Named owner { ...Deep } } }
        fragment Both on Animal { ... on Cat { toys ...CatName } ... on Dog { leash ...Named } }
        fragment Named on Pet { name }
        fragment CatName on Cat { name lives }`,
      data: {
        pet: {
          name: 'Tom',
          owner: {
            name: 'Olga',
            pets: [
              { leash: false, name: 'Rex' },
              { toys: [], name: 'Tom', lives: 7 },
            ],
          },
        },
      },
    },
    {
      name: 'may name a field in many fragments: it is there once, in its first place',
      query:
        '{ pets { ...A name ...B } } fragment A on Pet { id name } fragment B on Pet { owner { id } id owner { name } }',
      data: {
        pets: [
          { id: 'c1', name: 'Tom', owner: { id: 'o1', name: 'Olga' } },
          { id: 'd1', name: 'Rex', owner: { id: 'o1', name: 'Olga' } },
        ],
      },
      fetches: { pets: 1, people: 1 },
    },
    {
      name: 'are refused when one of the operations is not complete',
      query: 'query One { pet(id: "c1") { name } } query Two { pet(id: "d1") { name } } mutation',
      errors: ['GRAPHQL_PARSE_FAILED'],
    },
    {
      name: 'take the operation that is named',
      query:
        'query One($id: ID = "c1") { pet(id: $id) { name } } query Two { pet(id: "d1") { ...P } } fragment P on Dog { tricks leash }',
      operationName: 'Two',
      data: { pet: { tricks: 0, leash: false } },
    },
    {
      name: 'are refused when nobody says which operation',
      query: 'query One { pets { id } } query Two { pets { name } }',
      errors: ['OPERATION_RESOLUTION_FAILURE'],
      fetches: {},
    },
    {
      name: 'are refused when there is no operation of that name',
      query: 'query One { pets { id } }',
      operationName: 'Three',
      errors: ['OPERATION_RESOLUTION_FAILURE'],
    },
    {
      name: 'may have fragments without a type, with conditions',
      query:
        'query ($yes: Boolean = true) { pets { ... @include(if: $yes) { id } ... @skip(if: $yes) { name } ... on Dog @include(if: $yes) { leash } } }',
      data: { pets: [{ id: 'c1' }, { id: 'd1', leash: false }] },
    },
    {
      name: 'give fields in the order in which the client wrote them, whoever answers first',
      query:
        '{ pets { ... on Cat { toys lives } owner { pets { __typename } name } ... on Dog { leash } name id } }',
      data: {
        pets: [
          {
            toys: [],
            lives: 7,
            owner: { pets: [{ __typename: 'Dog' }, { __typename: 'Cat' }], name: 'Olga' },
            name: 'Tom',
            id: 'c1',
          },
          {
            owner: { pets: [{ __typename: 'Dog' }, { __typename: 'Cat' }], name: 'Olga' },
            leash: false,
            name: 'Rex',
            id: 'd1',
          },
        ],
      },
    },
  ],
};
