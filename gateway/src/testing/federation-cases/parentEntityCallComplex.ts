import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

export const parentEntityCallComplex: FederationGroup = {
  name: 'a value type that is gathered from four subgraphs by way of its parent',
  subgraphs: [
    subgraph(
      'facts',
      `type Product @key(fields: "id") @key(fields: "sku") { id: ID!  sku: ID!  group: Group @shareable }
       type Group { facts: String }`,
      {
        Product: {
          __resolveReference: ({ id }) => ({ id, sku: `sku-${id}`, group: { facts: `facts of ${id}` } }),
        },
      },
    ),
    subgraph(
      'labels',
      `type Product @key(fields: "sku") { sku: ID!  group: Group @shareable }
       type Group { id: ID! @shareable  label: String }`,
      {
        Product: {
          __resolveReference: ({ sku }) => ({ sku, group: { id: 'g1', label: `label of ${sku}` } }),
        },
      },
    ),
    subgraph('titles', 'type Product @key(fields: "id") { id: ID!  title: String }', {
      Product: { __resolveReference: ({ id }) => ({ id, title: `Product ${id}` }) },
    }),
    subgraph(
      'front',
      `type Query { product(id: ID!): Product }
       type Product @key(fields: "id") { id: ID!  group: Group @shareable }
       type Group { id: ID! @shareable }`,
      { Query: { product: (_, { id }) => ({ id, group: { id: 'g1' } }) } },
    ),
  ],
  cases: [
    {
      name: 'is put together',
      query: '{ product(id: "1") { title group { id facts label } } }',
      data: {
        product: { title: 'Product 1', group: { id: 'g1', facts: 'facts of 1', label: 'label of sku-1' } },
      },
      fetches: { front: 1, titles: 1, facts: 1, labels: 1 },
    },
    {
      name: 'is put together for two products at once',
      query: '{ a: product(id: "1") { group { label } } b: product(id: "2") { group { facts } } }',
      data: { a: { group: { label: 'label of sku-1' } }, b: { group: { facts: 'facts of 2' } } },
    },
  ],
};
