import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const wines = [
  { id: 'w1', grape: 'Riesling', sugar: 9, taste: 'dry' },
  { id: 'w2', grape: 'Pinot', sugar: 60, taste: 'sweet' },
];

/** Subgraphs without `@link`, with the `extend type` of Federation 1. */
export const fed1ExternalExtension: FederationGroup = {
  name: 'Federation 1: extend type, with @requires and @provides of @external fields',
  subgraphs: [
    subgraph(
      'cellar',
      `extend type Query { bottle: Wine  shelf: [Shelf!] }
       extend type Wine @key(fields: "id") {
         id: ID! @external
         grape: String @external
         sugar: Int @external
         advice: String @requires(fields: "sugar")
       }
       type Shelf { wine: Wine @provides(fields: "grape") }`,
      {
        Query: { bottle: () => ({ id: 'w2' }), shelf: () => [{ wine: wines[0] }, { wine: wines[1] }] },
        Wine: {
          __resolveReference: (reference) => reference,
          advice: ({ sugar }) => (sugar > 20 ? 'with cake' : 'with fish'),
        },
      },
      null,
    ),
    subgraph(
      'growers',
      `type Query { wines: [Wine!] }
       type Wine @key(fields: "id") { id: ID!  grape: String  sugar: Int  taste: String }`,
      { Query: { wines: () => wines }, Wine: { __resolveReference: find(wines) } },
      null,
    ),
  ],
  cases: [
    {
      name: 'computes from a field that the owner gives',
      query: '{ bottle { advice } }',
      data: { bottle: { advice: 'with cake' } },
      fetches: { cellar: 2, growers: 1 },
      representations: {
        cellar: [{ __typename: 'Wine', id: 'w2', sugar: 60 }],
        growers: [{ __typename: 'Wine', id: 'w2' }],
      },
    },
    {
      name: 'computes for entities that the owner lists',
      query: '{ wines { advice taste } }',
      data: {
        wines: [
          { advice: 'with fish', taste: 'dry' },
          { advice: 'with cake', taste: 'sweet' },
        ],
      },
      fetches: { growers: 1, cellar: 1 },
    },
    {
      name: 'uses what is provided',
      query: '{ shelf { wine { id grape } } }',
      data: { shelf: [{ wine: { id: 'w1', grape: 'Riesling' } }, { wine: { id: 'w2', grape: 'Pinot' } }] },
      fetches: { cellar: 1 },
    },
    {
      name: 'asks the owner for what is not provided',
      query: '{ shelf { wine { grape taste } } }',
      data: {
        shelf: [{ wine: { grape: 'Riesling', taste: 'dry' } }, { wine: { grape: 'Pinot', taste: 'sweet' } }],
      },
      fetches: { cellar: 1, growers: 1 },
    },
  ],
};
