import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const people = [
  { id: 'p1', name: 'Ann', mother: 'p2', friends: ['p2', 'p3', 'p2'], city: 'c1' },
  { id: 'p2', name: 'Bo', mother: null, friends: ['p1'], city: 'c1' },
  { id: 'p3', name: 'Cy', mother: 'p2', friends: [], city: 'c2' },
];
const cities = [
  { id: 'c1', title: 'Ulm' },
  { id: 'c2', title: 'Bonn' },
];
const person = (id: string | null) => people.find((one) => one.id === id) ?? null;
const bare = (id: string | null) => (id === null ? null : { id });

/** `family` and `towns` know of a person only whom they lead to; names and titles are elsewhere. */
export const sameEntity: FederationGroup = {
  name: 'the same entity at many places',
  subgraphs: [
    subgraph(
      'family',
      `type Query { person(id: ID!): Person  people: [Person!]! }
       type Person @key(fields: "id") { id: ID!  mother: Person  friends: [Person!]! }`,
      {
        Query: { person: (_, { id }) => bare(id), people: () => people.map(({ id }) => ({ id })) },
        Person: {
          mother: ({ id }) => bare(person(id)?.mother ?? null),
          friends: ({ id }) => person(id)?.friends.map(bare),
          __resolveReference: (reference) => reference,
        },
      },
    ),
    subgraph(
      'names',
      'type Person @key(fields: "id") { id: ID!  name(upper: Boolean = false): String  city: City }\ntype City @key(fields: "id") { id: ID! }',
      {
        Person: {
          __resolveReference: find(people),
          name: ({ name }, { upper }) => (upper ? name.toUpperCase() : name),
          city: ({ city }) => ({ id: city }),
        },
      },
    ),
    subgraph('towns', 'type City @key(fields: "id") { id: ID!  title: String }', {
      City: { __resolveReference: find(cities) },
    }),
  ],
  cases: [
    {
      name: 'is asked for once, whatever the path',
      query: '{ person(id: "p1") { name mother { name } friends { name } } }',
      data: {
        person: {
          name: 'Ann',
          mother: { name: 'Bo' },
          friends: [{ name: 'Bo' }, { name: 'Cy' }, { name: 'Bo' }],
        },
      },
      representations: {
        names: ['p1', 'p2', 'p3'].map((id) => ({ __typename: 'Person', id })),
      },
    },
    {
      name: 'is asked for once in one list',
      query: '{ people { friends { name } } }',
      data: {
        people: [
          { friends: [{ name: 'Bo' }, { name: 'Cy' }, { name: 'Bo' }] },
          { friends: [{ name: 'Ann' }] },
          { friends: [] },
        ],
      },
      fetches: { family: 1, names: 1 },
      representations: {
        names: ['p1', 'p2', 'p3'].map((id) => ({ __typename: 'Person', id })),
      },
    },
    {
      name: 'is asked different questions where the client asks them',
      query: '{ person(id: "p1") { mother { name } friends { name(upper: true) } } }',
      data: {
        person: { mother: { name: 'Bo' }, friends: [{ name: 'BO' }, { name: 'CY' }, { name: 'BO' }] },
      },
    },
    {
      name: 'shows at each place what is asked for there and no more',
      query:
        '{ person(id: "p1") { mother { id } friends { name } } again: person(id: "p2") { city { title } } }',
      data: {
        person: { mother: { id: 'p2' }, friends: [{ name: 'Bo' }, { name: 'Cy' }, { name: 'Bo' }] },
        again: { city: { title: 'Ulm' } },
      },
    },
    {
      name: 'leads to the same entity of a third subgraph, which is asked for once',
      query: '{ people { city { title } } }',
      data: { people: [{ city: { title: 'Ulm' } }, { city: { title: 'Ulm' } }, { city: { title: 'Bonn' } }] },
      fetches: { family: 1, names: 1, towns: 1 },
      representations: {
        towns: [
          { __typename: 'City', id: 'c1' },
          { __typename: 'City', id: 'c2' },
        ],
      },
    },
    {
      name: 'may have different objects below it at different places',
      query: `{ a: person(id: "p1") { city { id } } b: person(id: "p1") { city { title } } c: person(id: "p1") { place: city { t: title } } }`,
      data: { a: { city: { id: 'c1' } }, b: { city: { title: 'Ulm' } }, c: { place: { t: 'Ulm' } } },
    },
    {
      name: 'has an error only where something is missing by it',
      query:
        '{ a: person(id: "p1") { city { id } } b: person(id: "p1") { city { title } } c: people { city { title id } } }',
      broken: ['towns'],
      data: {
        a: { city: { id: 'c1' } },
        b: { city: { title: null } },
        c: [
          { city: { title: null, id: 'c1' } },
          { city: { title: null, id: 'c1' } },
          { city: { title: null, id: 'c2' } },
        ],
      },
      errors: [
        'b.city AGENCY_BAD_RESPONSE',
        'c.0.city AGENCY_BAD_RESPONSE',
        'c.1.city AGENCY_BAD_RESPONSE',
        'c.2.city AGENCY_BAD_RESPONSE',
      ],
    },
    {
      name: 'may contain itself',
      query: '{ person(id: "p1") { friends { name friends { name friends { name } } } } }',
      data: {
        person: {
          friends: [
            {
              name: 'Bo',
              friends: [{ name: 'Ann', friends: [{ name: 'Bo' }, { name: 'Cy' }, { name: 'Bo' }] }],
            },
            { name: 'Cy', friends: [] },
            {
              name: 'Bo',
              friends: [{ name: 'Ann', friends: [{ name: 'Bo' }, { name: 'Cy' }, { name: 'Bo' }] }],
            },
          ],
        },
      },
      representations: {
        names: ['p1', 'p2', 'p3'].map((id) => ({ __typename: 'Person', id })),
      },
    },
    {
      name: 'is asked for in one list by one field of it and in another by another',
      query: '{ people { name } person(id: "p1") { friends { city { id } } } }',
      data: {
        people: [{ name: 'Ann' }, { name: 'Bo' }, { name: 'Cy' }],
        person: { friends: [{ city: { id: 'c1' } }, { city: { id: 'c2' } }, { city: { id: 'c1' } }] },
      },
    },
  ],
};
