import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const one = { id: 'p1' };

/** `product` is a root field of three subgraphs, and its type is an entity of none. */
export const sharedRoot: FederationGroup = {
  name: 'a root field that several subgraphs share',
  subgraphs: [
    subgraph(
      'names',
      `type Query { product: Product @shareable  products: [Product!]! @shareable }
       type Product { id: ID! @shareable  name: Name  tags: [Tag!]! }
       type Name { text: String }
       type Tag { text: String }`,
      {
        Query: {
          product: () => ({ ...one, name: { text: 'Name' }, tags: [{ text: 'a' }] }),
          products: () => [{ ...one, name: { text: 'Name' }, tags: [] }],
        },
      },
    ),
    subgraph(
      'prices',
      `type Query { product: Product @shareable  products: [Product!]! @shareable }
       type Product { id: ID! @shareable  price: Price }
       type Price { cents: Int }`,
      {
        Query: {
          product: () => ({ ...one, price: { cents: 0 } }),
          products: () => [{ ...one, price: { cents: 0 } }],
        },
      },
    ),
    subgraph(
      'kinds',
      `type Query { product: Product @shareable  products: [Product!]! @shareable  kinds: [String] }
       type Product { id: ID! @shareable  kind: String }`,
      {
        Query: {
          product: () => ({ ...one, kind: 'thing' }),
          products: () => [{ ...one, kind: 'thing' }],
          kinds: () => null,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'is asked in each subgraph for what that has',
      query: '{ product { id name { text } price { cents } kind } }',
      data: { product: { id: 'p1', name: { text: 'Name' }, price: { cents: 0 }, kind: 'thing' } },
      fetches: { names: 1, prices: 1, kinds: 1 },
    },
    {
      name: 'is asked in one subgraph where one is enough',
      query: '{ product { id kind } kinds }',
      data: { product: { id: 'p1', kind: 'thing' }, kinds: null },
      fetches: { kinds: 1 },
    },
    {
      name: 'is asked in each subgraph under an alias as well',
      query: '{ a: product { price { cents } } b: product { kind tags { text } } }',
      data: { a: { price: { cents: 0 } }, b: { kind: 'thing', tags: [{ text: 'a' }] } },
      fetches: { names: 1, prices: 1, kinds: 1 },
    },
    {
      name: 'has the elements of lists put together by their places',
      query: '{ products { id price { cents } name { text } } }',
      data: { products: [{ id: 'p1', price: { cents: 0 }, name: { text: 'Name' } }] },
      fetches: { names: 1, prices: 1 },
    },
    {
      name: 'keeps the parts of the others when one subgraph fails',
      query: '{ product { name { text } kind } }',
      broken: ['kinds'],
      data: { product: { name: { text: 'Name' }, kind: null } },
      errors: ['product AGENCY_BAD_RESPONSE'],
    },
  ],
};
