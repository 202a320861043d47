import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [{ id: 'x1', a: 0, b: 'b' }];

/** Each subgraph calls its root types as it likes; the graph calls them Query and Mutation. */
export const renamedRoots: FederationGroup = {
  name: 'root types under other names in the subgraphs',
  subgraphs: [
    subgraph(
      'left',
      `schema { query: LeftRoot  mutation: LeftChanges }
       type LeftRoot { x: X }
       type LeftChanges { setA(to: Int!): X }
       type X @key(fields: "id") { id: ID!  a: Int }`,
      {
        LeftRoot: { x: () => rows[0] },
        LeftChanges: { setA: (_, { to }) => ({ id: 'x1', a: to }) },
        X: { __resolveReference: find(rows) },
      },
    ),
    subgraph(
      'right',
      `schema { query: RightRoot  mutation: RightChanges }
       type RightRoot { other: X }
       type RightChanges { setB(to: String!): X }
       type X @key(fields: "id") { id: ID!  b: String }`,
      {
        RightRoot: { other: () => rows[0] },
        RightChanges: { setB: (_, { to }) => ({ id: 'x1', b: to }) },
        X: { __resolveReference: find(rows) },
      },
    ),
  ],
  cases: [
    {
      name: 'are one root to clients',
      query: '{ __typename x { a b } other { b a } }',
      data: { __typename: 'Query', x: { a: 0, b: 'b' }, other: { b: 'b', a: 0 } },
    },
    {
      name: 'are one root for mutations as well',
      query: 'mutation { __typename setA(to: 5) { a b } setB(to: "") { b } }',
      data: { __typename: 'Mutation', setA: { a: 5, b: 'b' }, setB: { b: '' } },
    },
    {
      name: 'can be named in fragments by the name that the graph has',
      query: '{ ...R } fragment R on Query { ... on Query { other { a } } t: __typename }',
      data: { other: { a: 0 }, t: 'Query' },
    },
  ],
};
