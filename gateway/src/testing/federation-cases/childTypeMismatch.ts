import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const people = [
  { __typename: 'Driver', id: 'd1', badge: '', rating: 0 },
  { __typename: 'Robot', id: 'r1', badge: 'R-1', rating: 4 },
];

/** The same response name with types that do not merge in one operation: the planner must rename one of them. */
export const childTypeMismatch: FederationGroup = {
  name: 'fields of one name and different types in the members of a union',
  subgraphs: [
    subgraph(
      'fleet',
      `type Query { crew: [Crew!]! }
       union Crew = Driver | Robot
       type Driver @key(fields: "id") { id: ID!  badge: String  rating: Int! }
       type Robot @key(fields: "id") { id: ID!  badge: String! @shareable  rating: Int }`,
      { Query: { crew: () => people } },
    ),
    subgraph(
      'works',
      'type Robot @key(fields: "id") { id: ID!  badge: String @shareable  firmware: String }',
      { Robot: { __resolveReference: ({ id }) => ({ id, badge: 'R-1', firmware: 'v0' }) } },
    ),
    subgraph('wages', 'type Driver @key(fields: "id") { id: ID!  wage: Int }', {
      Driver: { __resolveReference: find([{ id: 'd1', wage: 0 }]) },
    }),
  ],
  cases: [
    {
      name: 'come back under their own name',
      query: '{ crew { ... on Driver { badge } ... on Robot { badge } } }',
      data: { crew: [{ badge: '' }, { badge: 'R-1' }] },
      fetches: { fleet: 1 },
    },
    {
      name: 'keep 0 and the empty string',
      query: '{ crew { __typename ... on Robot { badge rating2: rating } ... on Driver { badge rating } } }',
      data: {
        crew: [
          { __typename: 'Driver', badge: '', rating: 0 },
          { __typename: 'Robot', badge: 'R-1', rating2: 4 },
        ],
      },
      fetches: { fleet: 1 },
    },
    {
      name: 'may stand beside fields of a third subgraph',
      query: '{ crew { ... on Robot { badge firmware } ... on Driver { badge wage } } }',
      data: {
        crew: [
          { badge: '', wage: 0 },
          { badge: 'R-1', firmware: 'v0' },
        ],
      },
      fetches: { fleet: 1, works: 1, wages: 1 },
    },
    {
      name: 'may both have the alias of the client',
      query: '{ crew { ... on Driver { label: badge id } ... on Robot { label: badge id } } }',
      data: {
        crew: [
          { label: '', id: 'd1' },
          { label: 'R-1', id: 'r1' },
        ],
      },
      fetches: { fleet: 1 },
    },
  ],
};
