import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const ids = ['o1', 'o2'];
const rows = (owner: string) => ids.map((id) => ({ id, state: `${owner} ${id}`, hue: `${owner} hue` }));

export const simpleOverride: FederationGroup = {
  name: '@override of fields',
  subgraphs: [
    subgraph(
      'old',
      `type Query { things: [Thing!]!  version: String }
       type Thing @key(fields: "id") { id: ID!  state: String  hue: String }`,
      {
        Query: { things: () => rows('old'), version: () => 'old' },
        Thing: { __resolveReference: find(rows('old')) },
      },
    ),
    subgraph(
      'new',
      `type Query { newest: Thing  version: String @override(from: "old") }
       type Thing @key(fields: "id") { id: ID!  state: String @override(from: "old") }`,
      {
        Query: { newest: () => rows('new')[0], version: () => 'new' },
        Thing: { __resolveReference: find(rows('new')) },
      },
    ),
    subgraph('bystander', 'type Thing @key(fields: "id") { id: ID!  weight: Int }', {
      Thing: { __resolveReference: ({ id }) => ({ id, weight: 0 }) },
    }),
  ],
  cases: [
    {
      name: 'takes the field from the new owner although the old one has it',
      query: '{ things { id state } }',
      data: {
        things: [
          { id: 'o1', state: 'new o1' },
          { id: 'o2', state: 'new o2' },
        ],
      },
      fetches: { old: 1, new: 1 },
    },
    {
      name: 'leaves the other fields where they were',
      query: '{ newest { state hue } }',
      data: { newest: { state: 'new o1', hue: 'old hue' } },
      fetches: { new: 1, old: 1 },
    },
    {
      name: 'holds for fields of the root',
      query: '{ version }',
      data: { version: 'new' },
      fetches: { new: 1 },
    },
    {
      name: 'holds for one who comes from a third subgraph',
      query: '{ things { weight state hue } }',
      data: {
        things: [
          { weight: 0, state: 'new o1', hue: 'old hue' },
          { weight: 0, state: 'new o2', hue: 'old hue' },
        ],
      },
      fetches: { old: 1, new: 1, bystander: 1 },
    },
  ],
};
