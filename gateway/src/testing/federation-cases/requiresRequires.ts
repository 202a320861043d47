import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const items = [
  { id: 'i1', cost: 100, sale: false },
  { id: 'i2', cost: 0, sale: true },
];

export const requiresRequires: FederationGroup = {
  name: '@requires of a field that @requires another',
  subgraphs: [
    subgraph(
      'stock',
      'type Query { items: [Item!]! }  type Item @key(fields: "id") { id: ID!  cost: Int!  sale: Boolean! }',
      {
        Query: { items: () => items },
        Item: { __resolveReference: find(items) },
      },
    ),
    subgraph(
      'taxes',
      `type Item @key(fields: "id") { id: ID!  cost: Int! @external  withTax: Int @requires(fields: "cost") }`,
      { Item: { __resolveReference: (reference) => reference, withTax: ({ cost }) => cost + 19 } },
    ),
    subgraph(
      'sales',
      `type Item @key(fields: "id") {
         id: ID!
         sale: Boolean! @external
         withTax: Int @external
         final: Int @requires(fields: "withTax sale")
         isCheap: Boolean! @requires(fields: "withTax")
       }`,
      {
        Item: {
          __resolveReference: (reference) => reference,
          final: ({ withTax, sale }) => (sale && withTax !== null ? 0 : withTax),
          isCheap: ({ withTax }) => withTax !== null && withTax < 50,
        },
      },
    ),
    subgraph(
      'labels',
      `type Query { labelled: Item }
       type Item @key(fields: "id") {
         id: ID!
         final: Int @external
         isCheap: Boolean! @external
         label: String! @requires(fields: "final isCheap")
       }`,
      {
        Query: { labelled: () => ({ id: 'i2' }) },
        Item: {
          __resolveReference: (reference) => reference,
          label: ({ final, isCheap }) => `${final ?? 'unknown'}${isCheap ? ' cheap' : ''}`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'goes through the steps in order',
      query: '{ items { label } }',
      data: { items: [{ label: '119' }, { label: '0 cheap' }] },
      fetches: { stock: 1, taxes: 1, sales: 1, labels: 1 },
      representations: {
        labels: [
          { __typename: 'Item', id: 'i1', final: 119, isCheap: false },
          { __typename: 'Item', id: 'i2', final: 0, isCheap: true },
        ],
      },
    },
    {
      name: 'goes through two steps only where two are enough',
      query: '{ items { isCheap } }',
      data: { items: [{ isCheap: false }, { isCheap: true }] },
      fetches: { stock: 1, taxes: 1, sales: 1 },
    },
    {
      name: 'starts at the end as well',
      query: '{ labelled { label final cost } }',
      data: { labelled: { label: '0 cheap', final: 0, cost: 0 } },
      fetches: { labels: 2, stock: 1, taxes: 1, sales: 1 },
    },
    {
      name: 'asks once for what several steps require',
      query: '{ items { final isCheap withTax } }',
      data: {
        items: [
          { final: 119, isCheap: false, withTax: 119 },
          { final: 0, isCheap: true, withTax: 19 },
        ],
      },
      fetches: { stock: 1, taxes: 1, sales: 1 },
    },
    {
      name: 'goes on with null after a step that failed',
      query: '{ labelled { id label } }',
      broken: ['taxes'],
      data: { labelled: { id: 'i2', label: 'unknown' } },
      errors: ['labelled AGENCY_BAD_RESPONSE'],
    },
  ],
};
