import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [{ id: 'a1', name: 'Ann', age: 0 }];
let changes = 0;

/** Payloads that give the root again, so that a client can read after it has written. */
export const rootWithinAnswer: FederationGroup = {
  name: 'a field that gives the root of the graph',
  reset: () => {
    changes = 0;
  },
  subgraphs: [
    subgraph(
      'front',
      `type Query { me: Person  self: Query  payloads: [Payload!]! }
       type Mutation { change: Payload }
       type Payload { done: Boolean  query: Query }
       type Person @key(fields: "id") { id: ID!  name: String }`,
      {
        Query: {
          me: () => rows[0],
          self: () => ({}),
          payloads: () => [
            { done: false, query: {} },
            { done: true, query: null },
          ],
        },
        Mutation: {
          change: () => {
            changes += 1;
            return { done: true, query: {} };
          },
        },
      },
    ),
    subgraph('back', 'type Query { changes: Int }  type Person @key(fields: "id") { id: ID!  age: Int }', {
      Query: { changes: () => changes },
      Person: { __resolveReference: find(rows) },
    }),
  ],
  cases: [
    {
      name: 'gives what the same subgraph has',
      query: '{ self { me { name } __typename } }',
      data: { self: { me: { name: 'Ann' }, __typename: 'Query' } },
    },
    {
      name: 'gives what another subgraph has',
      query: '{ self { changes me { age } } }',
      data: { self: { changes: 0, me: { age: 0 } } },
    },
    {
      name: 'gives it after a mutation',
      query: 'mutation { change { done query { changes me { name age } } } }',
      data: { change: { done: true, query: { changes: 1, me: { name: 'Ann', age: 0 } } } },
    },
    {
      name: 'gives it at each place of a list, and nothing where it is null',
      query: '{ payloads { done query { changes } } }',
      data: {
        payloads: [
          { done: false, query: { changes: 0 } },
          { done: true, query: null },
        ],
      },
    },
    {
      name: 'gives it within itself',
      query: '{ changes self { self { changes self { me { age } } } } }',
      data: { changes: 0, self: { self: { changes: 0, self: { me: { age: 0 } } } } },
    },
  ],
};
