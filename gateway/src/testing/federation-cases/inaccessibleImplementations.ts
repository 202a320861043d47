import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Shown', id: 's1', title: 'Shown', size: 0 },
  { __typename: 'Hidden', id: 'h1', title: 'Hidden', size: 9 },
];

/** Clients know one implementation, the supergraph two. */
export const inaccessibleImplementations: FederationGroup = {
  name: 'an interface one of whose implementations is @inaccessible',
  subgraphs: [
    subgraph(
      'records',
      `type Query { all: [Record]!  first: Record  strict: [Record!]  hidden: Record }
       interface Record { id: ID!  title: String }
       type Shown implements Record @key(fields: "id") { id: ID!  title: String }
       type Hidden implements Record @key(fields: "id") @inaccessible { id: ID!  title: String }`,
      {
        Query: {
          all: () => rows,
          first: () => rows[0],
          strict: () => rows,
          hidden: () => rows[1],
        },
      },
    ),
    subgraph(
      'sizes',
      `interface Record { id: ID!  size: Int }
       type Shown implements Record @key(fields: "id") { id: ID!  size: Int }
       type Hidden implements Record @key(fields: "id") @inaccessible { id: ID!  size: Int }`,
      { Shown: { __resolveReference: find(rows) }, Hidden: { __resolveReference: find(rows) } },
    ),
  ],
  cases: [
    {
      name: 'shows the others',
      query: '{ first { __typename id ... on Shown { title } } }',
      data: { first: { __typename: 'Shown', id: 's1', title: 'Shown' } },
    },
    {
      name: 'shows null in its place',
      query: '{ all { id title } hidden { title } }',
      data: { all: [{ id: 's1', title: 'Shown' }, null], hidden: null },
    },
    {
      name: 'shows null in its place when fields come from another subgraph',
      query: '{ all { size __typename } }',
      data: { all: [{ size: 0, __typename: 'Shown' }, null] },
    },
    {
      name: 'takes the list away where null must not stand in it',
      query: '{ strict { id } }',
      data: { strict: null },
    },
    {
      name: 'is not among the possible types',
      query: '{ __type(name: "Record") { possibleTypes { name } } }',
      data: { __type: { possibleTypes: [{ name: 'Shown' }] } },
    },
    {
      name: 'cannot be named in a fragment',
      query: '{ all { ... on Hidden { id } } }',
      errors: ['GRAPHQL_VALIDATION_FAILED'],
    },
  ],
};
