import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const steps = [0, 1, 2, 3, 4];
const rows = [
  Object.fromEntries(steps.map((step) => [`k${step}`, `a${step}`])),
  Object.fromEntries(steps.map((step) => [`k${step}`, `b${step}`])),
];
// The way of the second ends in the middle.
const known = (step: number, key: string) =>
  rows.find((row) => row[`k${step}`] === key && !(step === 3 && key === 'b3')) ?? null;

/** Each subgraph knows two keys: the one it is asked by and the one that leads on. */
export const chainOfKeys: FederationGroup = {
  name: 'a chain of keys over five subgraphs',
  subgraphs: [
    subgraph('s0', 'type Query { rows: [Row!]! }  type Row @key(fields: "k0") { k0: ID! }', {
      Query: { rows: () => rows },
    }),
    ...steps.slice(0, -1).map((step) =>
      subgraph(
        `s${step + 1}`,
        `type Row @key(fields: "k${step}") @key(fields: "k${step + 1}") { k${step}: ID!  k${step + 1}: ID!  t${step + 1}: String }`,
        {
          Row: {
            __resolveReference: (reference) =>
              reference[`k${step}`] === undefined
                ? known(step + 1, reference[`k${step + 1}`])
                : known(step, reference[`k${step}`]),
            [`t${step + 1}`]: (row) => `${step + 1} of ${row[`k${step}`]}`,
          },
        },
      ),
    ),
  ],
  cases: [
    {
      name: 'is followed to its end, as far as it goes for each',
      query: '{ rows { t4 } }',
      data: { rows: [{ t4: '4 of a3' }, { t4: null }] },
      fetches: { s0: 1, s1: 1, s2: 1, s3: 1, s4: 1 },
    },
    {
      name: 'gives what it passes',
      query: '{ rows { t1 t3 k2 t4 } }',
      data: {
        rows: [
          { t1: '1 of a0', t3: '3 of a2', k2: 'a2', t4: '4 of a3' },
          { t1: '1 of b0', t3: '3 of b2', k2: 'b2', t4: null },
        ],
      },
      fetches: { s0: 1, s1: 1, s2: 1, s3: 1, s4: 1 },
    },
    {
      name: 'goes no further than it has to',
      query: '{ rows { t2 } }',
      data: { rows: [{ t2: '2 of a1' }, { t2: '2 of b1' }] },
      fetches: { s0: 1, s1: 1, s2: 1 },
    },
    {
      name: 'ends where it breaks, with one error for each',
      query: '{ rows { k0 t1 t3 } }',
      broken: ['s2'],
      data: {
        rows: [
          { k0: 'a0', t1: '1 of a0', t3: null },
          { k0: 'b0', t1: '1 of b0', t3: null },
        ],
      },
      errors: ['rows.0 AGENCY_BAD_RESPONSE', 'rows.1 AGENCY_BAD_RESPONSE'],
      fetches: { s0: 1, s1: 1, s2: 1 },
    },
  ],
};
