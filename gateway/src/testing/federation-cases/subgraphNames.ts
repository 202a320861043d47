import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const names = ['legal-aid', 'legal_aid', 'Legal.Aid', 'the third one', '4th'];

export const subgraphNames: FederationGroup = {
  name: 'subgraphs whose names differ in signs only',
  subgraphs: names.map((name, index) =>
    subgraph(
      name,
      `type Query { f${index}: Thing }  type Thing @key(fields: "id") { id: ID!  t${index}: String }`,
      {
        Query: { [`f${index}`]: () => ({ id: 'x' }) },
        Thing: { __resolveReference: ({ id }) => ({ id }), [`t${index}`]: () => name },
      },
    ),
  ),
  cases: [
    {
      name: 'are told apart',
      query: '{ f0 { t0 t1 t2 t3 t4 } }',
      data: {
        f0: { t0: 'legal-aid', t1: 'legal_aid', t2: 'Legal.Aid', t3: 'the third one', t4: '4th' },
      },
      fetches: Object.fromEntries(names.map((name) => [name, 1])),
    },
    {
      name: 'are told apart when one of them fails',
      query: '{ f4 { t0 t1 } }',
      broken: ['legal_aid'],
      data: { f4: { t0: 'legal-aid', t1: null } },
      errors: ['f4 AGENCY_BAD_RESPONSE'],
    },
  ],
};
