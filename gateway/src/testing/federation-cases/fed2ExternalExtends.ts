import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const tunes = [
  { id: 't1', title: 'Aria', rank: 2 },
  { id: 't2', title: 'Bourrée', rank: 1 },
];

export const fed2ExternalExtends: FederationGroup = {
  name: 'Federation 2: a type that @extends another, with a field that is @external for @provides',
  subgraphs: [
    subgraph(
      'charts',
      `type Query { hits: [Tune!] @provides(fields: "title")  hit: Tune }
       type Tune @extends @key(fields: "id") { id: ID! @external  title: String @external  rank: Int }`,
      {
        Query: { hits: () => tunes, hit: () => ({ id: 't2', title: 'not to be asked' }) },
        Tune: {
          __resolveReference: find(tunes),
          rank: ({ id }) => tunes.find((tune) => tune.id === id)?.rank,
        },
      },
    ),
    subgraph(
      'scores',
      `type Query { tune(id: ID!): Tune }
       type Tune @key(fields: "id") { id: ID!  title: String @shareable  composer: Composer }
       type Composer @key(fields: "id") { id: ID! }`,
      {
        Query: { tune: (_, { id }) => tunes.find((tune) => tune.id === id) },
        Tune: { __resolveReference: find(tunes), composer: () => ({ id: 'c1' }) },
      },
    ),
    subgraph('composers', 'extend type Composer @key(fields: "id") { id: ID!  born: Int }', {
      Composer: { __resolveReference: ({ id }) => ({ id, born: 1685 }) },
    }),
  ],
  cases: [
    {
      name: 'is taken where it is provided',
      query: '{ hits { title rank } }',
      data: {
        hits: [
          { title: 'Aria', rank: 2 },
          { title: 'Bourrée', rank: 1 },
        ],
      },
      fetches: { charts: 1 },
    },
    {
      name: 'is asked of its owner where it is not',
      query: '{ hit { title rank } }',
      data: { hit: { title: 'Bourrée', rank: 1 } },
      fetches: { charts: 1, scores: 1 },
    },
    {
      name: 'leads on to a third subgraph',
      query: '{ hit { composer { born } } }',
      data: { hit: { composer: { born: 1685 } } },
      fetches: { charts: 1, scores: 1, composers: 1 },
    },
    {
      name: 'works from the owner to the extension as well',
      query: '{ tune(id: "t1") { rank } }',
      data: { tune: { rank: 2 } },
      fetches: { scores: 1, charts: 1 },
    },
  ],
};
