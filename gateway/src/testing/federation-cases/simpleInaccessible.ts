import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const people = [
  { id: 'u1', secret: 's1', age: 30, friends: [{ id: 'u2' }] },
  { id: 'u2', secret: 's2', age: 0, friends: [] },
];

export const simpleInaccessible: FederationGroup = {
  name: '@inaccessible fields, types and arguments',
  subgraphs: [
    subgraph(
      'people',
      `type Query { people(limit: Int, internal: Boolean @inaccessible): [Person!]!  audit: Audit @inaccessible  any: Any }
       type Person @key(fields: "secret") { secret: ID! @inaccessible  id: ID!  friends: [Person!]! }
       type Audit @inaccessible { text: String }
       union Any = Person | Audit`,
      {
        Query: {
          people: (_, { limit }) => people.slice(0, limit ?? 9),
          any: () => ({ __typename: 'Audit', text: 'not to be seen' }),
        },
        Person: {
          __resolveReference: find(people, 'secret'),
          friends: ({ friends }) =>
            friends.map(({ id }: { id: string }) => people.find((one) => one.id === id)),
        },
      },
    ),
    subgraph(
      'ages',
      `type Person @key(fields: "secret") { secret: ID! @inaccessible  age: Int @inaccessible  ageText: String }`,
      {
        Person: {
          __resolveReference: ({ secret }) => ({ secret }),
          ageText: ({ secret }) => `${people.find((one) => one.secret === secret)?.age} years`,
        },
      },
    ),
    subgraph(
      'cards',
      `type Person @key(fields: "secret") { secret: ID! @inaccessible  ageText: String @external  card: String @requires(fields: "ageText") }`,
      {
        Person: {
          __resolveReference: (reference) => reference,
          card: ({ secret, ageText }) => `${secret.length}: ${ageText}`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'serve as keys without being shown',
      query: '{ people { id ageText } }',
      data: {
        people: [
          { id: 'u1', ageText: '30 years' },
          { id: 'u2', ageText: '0 years' },
        ],
      },
      fetches: { people: 1, ages: 1 },
    },
    {
      name: 'serve as keys through lists of the same type',
      query: '{ people(limit: 1) { friends { card } } }',
      data: { people: [{ friends: [{ card: '2: 0 years' }] }] },
      fetches: { people: 1, ages: 1, cards: 1 },
    },
    {
      name: 'are refused when a client asks for a field',
      query: '{ people { secret } }',
      errors: ['GRAPHQL_VALIDATION_FAILED'],
      fetches: {},
    },
    {
      name: 'are refused when a client uses an argument',
      query: '{ people(internal: true) { id } }',
      errors: ['GRAPHQL_VALIDATION_FAILED'],
    },
    {
      name: 'are refused when a client names a type',
      query: '{ any { ... on Audit { text } } }',
      errors: ['GRAPHQL_VALIDATION_FAILED'],
    },
    {
      name: 'are null where an object of such a type is the answer',
      query: '{ any { __typename ... on Person { id } } }',
      data: { any: null },
    },
    {
      name: 'are not in introspection',
      query: `{ person: __type(name: "Person") { fields { name } } audit: __type(name: "Audit") { name }
        any: __type(name: "Any") { possibleTypes { name } } }`,
      data: {
        person: { fields: [{ name: 'ageText' }, { name: 'card' }, { name: 'id' }, { name: 'friends' }] },
        audit: null,
        any: { possibleTypes: [{ name: 'Person' }] },
      },
      fetches: {},
    },
  ],
};
