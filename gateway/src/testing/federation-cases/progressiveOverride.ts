import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const ids = ['o1', 'o2'];
const rows = (owner: string) =>
  ids.map((id) => ({ id, state: `${owner} ${id}`, quarter: owner, most: owner, none: owner, all: owner }));

const subgraphs = [
  subgraph(
    'old',
    `type Query { things: [Thing!]!  version: String }
     type Thing @key(fields: "id") { id: ID!  state: String  quarter: String  most: String  none: String  all: String }`,
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
       quarter: String @override(from: "old", label: "percent(25)")
       most: String @override(from: "old", label: "percent(75.5)")
       none: String @override(from: "old", label: "percent(0)")
       all: String @override(from: "old", label: "percent(100)")
     }`,
    {
      Query: { newest: () => rows('new')[0], version: () => 'new' },
      Thing: { __resolveReference: find(rows('new')) },
    },
  ),
  subgraph('bystander', 'type Thing @key(fields: "id") { id: ID!  weight: Int }', {
    Thing: { __resolveReference: ({ id }) => ({ id, weight: 0 }) },
  }),
];

/** The same graph for callers for whom other labels hold. */
export const progressiveOverride: readonly FederationGroup[] = [
  {
    name: '@override with a label that does not hold',
    subgraphs,
    percentile: 99,
    cases: [
      {
        name: 'leaves a field where it was',
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
        name: 'leaves a field of the root where it was',
        query: '{ version }',
        data: { version: 'old' },
        fetches: { old: 1 },
      },
      {
        name: 'leads back to the old owner from the new one',
        query: '{ newest { id state quarter most } }',
        data: { newest: { id: 'o1', state: 'old o1', quarter: 'old', most: 'old' } },
        fetches: { new: 1, old: 1 },
      },
      {
        name: 'leaves a field where it was for one who comes from a third subgraph',
        query: '{ newest { weight state } things { weight none } }',
        data: {
          newest: { weight: 0, state: 'old o1' },
          things: [
            { weight: 0, none: 'old' },
            { weight: 0, none: 'old' },
          ],
        },
      },
    ],
  },
  {
    name: '@override with a label that holds',
    subgraphs,
    overrideLabels: ['beta', 'unheard of'],
    percentile: 99,
    cases: [
      {
        name: 'takes the field from the new owner',
        query: '{ things { id state none } }',
        data: {
          things: [
            { id: 'o1', state: 'new o1', none: 'old' },
            { id: 'o2', state: 'new o2', none: 'old' },
          ],
        },
        fetches: { old: 1, new: 1 },
      },
      {
        name: 'takes a field of the root from the new owner',
        query: '{ version }',
        data: { version: 'new' },
        fetches: { new: 1 },
      },
      {
        name: 'needs nobody else at the new owner',
        query: '{ newest { state } }',
        data: { newest: { state: 'new o1' } },
        fetches: { new: 1 },
      },
    ],
  },
  {
    name: '@override by percent, for a caller between two numbers',
    subgraphs,
    percentile: 30,
    cases: [
      {
        name: 'takes what the larger number covers from the new owner and the rest from the old one',
        query: '{ newest { all most quarter none state } }',
        data: { newest: { all: 'new', most: 'new', quarter: 'old', none: 'old', state: 'old o1' } },
        fetches: { new: 1, old: 1 },
      },
      {
        name: 'takes them so when it starts at the old owner',
        query: '{ things { quarter all } }',
        data: {
          things: [
            { quarter: 'old', all: 'new' },
            { quarter: 'old', all: 'new' },
          ],
        },
        fetches: { old: 1, new: 1 },
      },
    ],
  },
  {
    name: '@override by percent, for a caller whom all numbers but 0 cover',
    subgraphs,
    percentile: 0,
    cases: [
      {
        name: 'takes all but what is at 0 percent from the new owner',
        query: '{ newest { all most quarter none } }',
        data: { newest: { all: 'new', most: 'new', quarter: 'new', none: 'old' } },
        fetches: { new: 1, old: 1 },
      },
    ],
  },
];
