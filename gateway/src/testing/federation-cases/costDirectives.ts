import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { id: 'r1', title: 'One', heavy: 0 },
  { id: 'r2', title: 'Two', heavy: 1 },
];

export const costDirectives: FederationGroup = {
  name: '@cost and @listSize in the supergraph',
  subgraphs: [
    subgraph(
      'reports',
      `type Query {
         reports(first: Int = 10 @cost(weight: 1)): [Report!]! @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
         page: Page @listSize(assumedSize: 5, sizedFields: ["rows"])
       }
       type Page { rows: [Report!]! }
       type Report @key(fields: "id") @cost(weight: 3) { id: ID!  title: String  state: State }
       enum State @cost(weight: 2) { DONE }
       scalar Stamp @cost(weight: 5)`,
      {
        Query: { reports: (_, { first }) => rows.slice(0, first), page: () => ({ rows }) },
        Report: { state: () => 'DONE' },
      },
    ),
    subgraph(
      'numbers',
      `scalar Stamp @cost(weight: 5)
       input Range { from: Int = 0 @cost(weight: 9) }
       type Report @key(fields: "id") { id: ID!  heavy(range: Range): Int @cost(weight: 1000)  stamp: Stamp }`,
      { Report: { __resolveReference: find(rows), stamp: () => [0, ''] } },
    ),
  ],
  cases: [
    {
      name: 'change nothing in an answer',
      query: '{ reports(first: 1) { title state heavy(range: {}) } }',
      data: { reports: [{ title: 'One', state: 'DONE', heavy: 0 }] },
      fetches: { reports: 1, numbers: 1 },
    },
    {
      name: 'allow lists without a slicing argument',
      query: '{ reports { stamp } page { rows { heavy } } }',
      data: {
        reports: [{ stamp: [0, ''] }, { stamp: [0, ''] }],
        page: { rows: [{ heavy: 0 }, { heavy: 1 }] },
      },
    },
    {
      name: 'are not shown to clients',
      query: '{ __type(name: "Report") { fields { name } } }',
      data: {
        __type: {
          fields: [
            { name: 'id' },
            { name: 'heavy' },
            { name: 'stamp' },
            { name: 'title' },
            { name: 'state' },
          ],
        },
      },
    },
  ],
};
