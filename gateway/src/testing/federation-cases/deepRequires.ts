import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const steps = ['a', 'b', 'c', 'd', 'e', 'f'];

/** `b` requires `a`, `c` requires `b`, …, each in a subgraph of its own. */
export const deepRequires: FederationGroup = {
  name: 'a chain of six @requires',
  subgraphs: steps.map((step, index) => {
    const before = steps[index - 1];
    return before === undefined
      ? subgraph(
          `sub-${step}`,
          `type Query { thing: Thing  things: [Thing!]! }  type Thing @key(fields: "id") { id: ID!  ${step}: String }`,
          {
            Query: {
              thing: () => ({ id: '1', a: 'a1' }),
              things: () => ['1', '2', '1'].map((id) => ({ id, a: `a${id}` })),
            },
            Thing: { __resolveReference: ({ id }) => ({ id, a: `a${id}` }) },
          },
        )
      : subgraph(
          `sub-${step}`,
          `type Query { from_${step}: Thing }
           type Thing @key(fields: "id") { id: ID!  ${before}: String @external  ${step}: String @requires(fields: "${before}") }`,
          {
            Query: { [`from_${step}`]: () => ({ id: '2' }) },
            Thing: {
              __resolveReference: (reference) => reference,
              [step]: (thing) => `${step}(${thing[before]})`,
            },
          },
        );
  }),
  cases: [
    {
      name: 'is followed to its end, each step once',
      query: '{ thing { f } }',
      data: { thing: { f: 'f(e(d(c(b(a1)))))' } },
      fetches: { 'sub-a': 1, 'sub-b': 1, 'sub-c': 1, 'sub-d': 1, 'sub-e': 1, 'sub-f': 1 },
    },
    {
      name: 'is followed for a list, each entity once',
      query: '{ things { id d } }',
      data: {
        things: [
          { id: '1', d: 'd(c(b(a1)))' },
          { id: '2', d: 'd(c(b(a2)))' },
          { id: '1', d: 'd(c(b(a1)))' },
        ],
      },
      fetches: { 'sub-a': 1, 'sub-b': 1, 'sub-c': 1, 'sub-d': 1 },
      representations: {
        'sub-d': [
          { __typename: 'Thing', id: '1', c: 'c(b(a1))' },
          { __typename: 'Thing', id: '2', c: 'c(b(a2))' },
        ],
      },
    },
    {
      name: 'starts at its end, goes to the beginning and comes back',
      query: '{ from_f { f a } }',
      data: { from_f: { f: 'f(e(d(c(b(a2)))))', a: 'a2' } },
      fetches: { 'sub-a': 1, 'sub-b': 1, 'sub-c': 1, 'sub-d': 1, 'sub-e': 1, 'sub-f': 2 },
    },
    {
      name: 'gives every step to a client who asks for all, in his order',
      query: '{ thing { f e d c b a } }',
      data: {
        thing: {
          f: 'f(e(d(c(b(a1)))))',
          e: 'e(d(c(b(a1))))',
          d: 'd(c(b(a1)))',
          c: 'c(b(a1))',
          b: 'b(a1)',
          a: 'a1',
        },
      },
      fetches: { 'sub-a': 1, 'sub-b': 1, 'sub-c': 1, 'sub-d': 1, 'sub-e': 1, 'sub-f': 1 },
    },
    {
      name: 'goes on with null after a broken link, and says where it broke',
      query: '{ thing { d } }',
      broken: ['sub-b'],
      data: { thing: { d: 'd(c(null))' } },
      errors: ['thing AGENCY_BAD_RESPONSE'],
    },
  ],
};
