import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rooms = [
  { __typename: 'Room', id: 'r1', label: 'Hall', doors: ['r2', 'r3'] },
  { __typename: 'Room', id: 'r2', label: 'Attic', doors: ['r1'] },
  { __typename: 'Room', id: 'r3', label: 'Cellar', doors: [] },
];
const shallow = (id: string) => ({ __typename: 'Room', id });

export const circularReferenceInterface: FederationGroup = {
  name: 'an interface that refers to itself through an entity',
  subgraphs: [
    subgraph(
      'plan',
      `type Query { start: Space }
       interface Space { doors: [Space!]! }
       type Room implements Space @key(fields: "id") { id: ID!  doors: [Space!]! }`,
      {
        Query: { start: () => rooms[0] },
        Room: {
          __resolveReference: find(rooms),
          doors: ({ id }) => rooms.find((room) => room.id === id)?.doors.map(shallow),
        },
      },
    ),
    subgraph(
      'names',
      `interface Space { label: String }
       type Room implements Space @key(fields: "id") { id: ID!  label: String }`,
      { Room: { __resolveReference: find(rooms) } },
    ),
  ],
  cases: [
    {
      name: 'is followed one step',
      query: '{ start { doors { ... on Room { id } } } }',
      data: { start: { doors: [{ id: 'r2' }, { id: 'r3' }] } },
      fetches: { plan: 1 },
    },
    {
      name: 'is followed in a circle, with fields of another subgraph on the way',
      query:
        '{ start { ... on Room { label } doors { ... on Room { label doors { ... on Room { label } } } } } }',
      data: {
        start: {
          label: 'Hall',
          doors: [
            { label: 'Attic', doors: [{ label: 'Hall' }] },
            { label: 'Cellar', doors: [] },
          ],
        },
      },
    },
    {
      name: 'gives a field of the interface that the other subgraph alone has',
      query: '{ start { ... on Room { label } doors { ... on Room { label } } } }',
      data: { start: { label: 'Hall', doors: [{ label: 'Attic' }, { label: 'Cellar' }] } },
      representations: {
        names: [shallow('r1'), shallow('r2'), shallow('r3')],
      },
    },
  ],
};
