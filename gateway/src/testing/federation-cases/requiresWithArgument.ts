import type { FederationGroup } from './federationGroup.ts';
import { find, type Row, subgraph } from './subgraph.ts';

const trips = [
  { id: 't1', km: 10 },
  { id: 't2', km: 0 },
];
const distance = ({ km }: Row, { unit }: Row) => (unit === 'M' ? km * 1000 : km);
const stops = (trip: Row, { first }: Row) =>
  ['a', 'b', 'c']
    .slice(0, first)
    .map((letter) => ({ id: `${trip.id}${letter}`, name: letter.toUpperCase() }));

/** What is required with arguments may not be mixed up with what the client asks for with others. */
export const requiresWithArgument: FederationGroup = {
  name: '@requires of fields with arguments',
  subgraphs: [
    subgraph(
      'trips',
      `type Query { trips: [Trip!]! }
       enum Unit { M KM }
       type Trip @key(fields: "id") { id: ID!  distance(unit: Unit = KM): Int  stops(first: Int!): [Stop!]! }
       type Stop @key(fields: "id") { id: ID!  name: String }`,
      { Query: { trips: () => trips }, Trip: { __resolveReference: find(trips), distance, stops } },
    ),
    subgraph(
      'fares',
      `enum Unit { M KM }
       type Trip @key(fields: "id") {
         id: ID!
         distance(unit: Unit = KM): Int @external
         stops(first: Int!): [Stop!]! @external
         fare: Int @requires(fields: "distance(unit: M)")
         via: String @requires(fields: "stops(first: 2) { name }")
       }
       type Stop @key(fields: "id") { id: ID!  name: String @external }`,
      {
        Trip: {
          __resolveReference: (reference) => ({
            id: reference.id,
            meters: reference.distance,
            passed: reference.stops,
          }),
          fare: ({ meters }) => meters / 100,
          via: ({ passed }) => passed.map(({ name }: Row) => name).join('-'),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'brings the field with the arguments that are required',
      query: '{ trips { fare } }',
      data: { trips: [{ fare: 100 }, { fare: 0 }] },
      fetches: { trips: 1, fares: 1 },
      representations: {
        fares: [
          { __typename: 'Trip', id: 't1', distance: 10_000 },
          { __typename: 'Trip', id: 't2', distance: 0 },
        ],
      },
    },
    {
      name: 'brings lists with arguments',
      query: '{ trips { via } }',
      data: { trips: [{ via: 'A-B' }, { via: 'A-B' }] },
      fetches: { trips: 1, fares: 1 },
    },
    {
      name: 'shares the field with a client who asks with the same arguments',
      query: '{ trips { fare distance(unit: M) } }',
      data: {
        trips: [
          { fare: 100, distance: 10_000 },
          { fare: 0, distance: 0 },
        ],
      },
      fetches: { trips: 1, fares: 1 },
    },
    {
      name: 'is not mixed up with what the client asks for with other arguments',
      query: '{ trips { fare distance(unit: KM) } }',
      data: {
        trips: [
          { fare: 100, distance: 10 },
          { fare: 0, distance: 0 },
        ],
      },
    },
    {
      name: 'is not mixed up with what the client asks for with the default argument',
      query: '{ trips { distance fare } }',
      data: {
        trips: [
          { distance: 10, fare: 100 },
          { distance: 0, fare: 0 },
        ],
      },
    },
    {
      name: 'is not mixed up with a list of the client that is shorter',
      query: '{ trips { stops(first: 1) { id } via } }',
      data: {
        trips: [
          { stops: [{ id: 't1a' }], via: 'A-B' },
          { stops: [{ id: 't2a' }], via: 'A-B' },
        ],
      },
    },
    {
      name: 'is not mixed up with a list of the client that is longer',
      query: '{ trips { via stops(first: 3) { name } } }',
      data: {
        trips: [
          { via: 'A-B', stops: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] },
          { via: 'A-B', stops: [{ name: 'A' }, { name: 'B' }, { name: 'C' }] },
        ],
      },
    },
    {
      name: 'is not mixed up with arguments in variables, even of the same value',
      query:
        'query ($first: Int!, $unit: Unit) { trips { via stops(first: $first) { id name } fare distance(unit: $unit) } }',
      variables: { first: 2, unit: 'KM' },
      data: {
        trips: [
          {
            via: 'A-B',
            stops: [
              { id: 't1a', name: 'A' },
              { id: 't1b', name: 'B' },
            ],
            fare: 100,
            distance: 10,
          },
          {
            via: 'A-B',
            stops: [
              { id: 't2a', name: 'A' },
              { id: 't2b', name: 'B' },
            ],
            fare: 0,
            distance: 0,
          },
        ],
      },
    },
    {
      name: 'is not mixed up with an alias of the client',
      query: '{ trips { far: distance(unit: M) near: distance fare } }',
      data: {
        trips: [
          { far: 10_000, near: 10, fare: 100 },
          { far: 0, near: 0, fare: 0 },
        ],
      },
    },
    {
      name: 'is not mixed up with another field that the client calls by its name',
      query: '{ trips { distance: id fare } }',
      data: {
        trips: [
          { distance: 't1', fare: 100 },
          { distance: 't2', fare: 0 },
        ],
      },
    },
    {
      name: 'works in fragments that name the field twice',
      query: `query ($first: Int = 1) { trips { ...A ...B via } }
        fragment A on Trip { stops(first: $first) { id } }
        fragment B on Trip { stops(first: $first) { name } }`,
      data: {
        trips: [
          { stops: [{ id: 't1a', name: 'A' }], via: 'A-B' },
          { stops: [{ id: 't2a', name: 'A' }], via: 'A-B' },
        ],
      },
    },
  ],
};
