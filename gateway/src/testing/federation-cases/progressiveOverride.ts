import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const ids = ['o1', 'o2'];
const rows = (owner: string) => ids.map((id) => ({ id, state: `${owner} ${id}`, hue: owner, size: owner }));

export const progressiveOverride: FederationGroup = {
  name: '@override with labels',
  subgraphs: [
    subgraph(
      'old',
      `type Query { things: [Thing!]!  version: String }
       type Thing @key(fields: "id") { id: ID!  state: String  hue: String  size: String }`,
      {
        Query: { things: () => rows('old'), version: () => 'old' },
        Thing: { __resolveReference: find(rows('old')) },
      },
    ),
    subgraph(
      'new',
      `type Query { newest: Thing  version: String @override(from: "old", label: "beta") }
       type Thing @key(fields: "id") {
         id: ID!
         state: String @override(from: "old", label: "beta")
         hue: String @override(from: "old", label: "percent(0)")
         size: String @override(from: "old", label: "percent(100)")
       }`,
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
      name: 'leave a field where it was while the label does not hold',
      query: '{ things { id state } }',
      data: {
        things: [
          { id: 'o1', state: 'old o1' },
          { id: 'o2', state: 'old o2' },
        ],
      },
      fetches: { old: 1 },
    },
    {
      name: 'leave a field of the root where it was while the label does not hold',
      query: '{ version }',
      data: { version: 'old' },
      fetches: { old: 1 },
    },
    {
      name: 'lead back to the old owner from the new one while the label does not hold',
      query: '{ newest { id state hue } }',
      data: { newest: { id: 'o1', state: 'old o1', hue: 'old' } },
      fetches: { new: 1, old: 1 },
    },
    {
      name: 'lead on from there to a third subgraph',
      query: '{ newest { weight size } things { weight } }',
      data: { newest: { weight: 0, size: 'old' }, things: [{ weight: 0 }, { weight: 0 }] },
    },
    {
      name: 'of no percent leave a field where it was',
      query: '{ things { hue } }',
      data: { things: [{ hue: 'old' }, { hue: 'old' }] },
      fetches: { old: 1 },
    },
  ],
};
