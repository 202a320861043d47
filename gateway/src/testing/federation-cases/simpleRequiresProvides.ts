import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const users = [
  { id: 'u1', login: 'ann', born: '1990' },
  { id: 'u2', login: 'bo', born: null },
];
const products = [
  { upc: '1', name: 'Table', price: 899, weight: 100 },
  { upc: '2', name: 'Couch', price: 1299, weight: 1000 },
  { upc: '3', name: 'Chair', price: 54, weight: 0 },
];
const reviews = [
  { id: 'r1', author: 'u1', product: '1', body: 'Love it' },
  { id: 'r2', author: 'u1', product: '2', body: 'Too dear' },
  { id: 'r3', author: 'u2', product: '3', body: '' },
];
const stock = [
  { upc: '1', inStock: true },
  { upc: '2', inStock: false },
  { upc: '3', inStock: false },
];

/** The schema that everybody learns federation with: users, products, reviews, stock. */
export const simpleRequiresProvides: FederationGroup = {
  name: 'users, products, reviews and stock',
  subgraphs: [
    subgraph(
      'users',
      'type Query { me: User }  type User @key(fields: "id") { id: ID!  login: String @shareable  born: String }',
      { Query: { me: () => users[0] }, User: { __resolveReference: find(users) } },
    ),
    subgraph(
      'products',
      `type Query { products: [Product] }
       type Product @key(fields: "upc") { upc: String!  name: String  price: Int  weight: Int }`,
      { Query: { products: () => products }, Product: { __resolveReference: find(products, 'upc') } },
    ),
    subgraph(
      'stock',
      `type Product @key(fields: "upc") {
         upc: String!
         weight: Int @external
         price: Int @external
         inStock: Boolean
         shipping: Int @requires(fields: "price weight")
         shippingTag: String @requires(fields: "price weight")
       }`,
      {
        Product: {
          __resolveReference: find(stock, 'upc'),
          shipping: ({ price, weight }) => (price > 1000 ? 0 : weight / 2),
          shippingTag: ({ price, weight }) => `#${price}#${weight}#`,
        },
      },
    ),
    subgraph(
      'reviews',
      `type Review @key(fields: "id") { id: ID!  body: String  author: User @provides(fields: "login")  product: Product }
       type User @key(fields: "id") { id: ID!  login: String @external  reviews: [Review] }
       type Product @key(fields: "upc") { upc: String!  reviews: [Review] }`,
      {
        Review: {
          author: ({ author }) => ({ id: author, login: `${author} as reviews know it` }),
          product: ({ product }) => ({ upc: product }),
        },
        User: {
          __resolveReference: ({ id }) => ({ id }),
          reviews: ({ id }) => reviews.filter(({ author }) => author === id),
        },
        Product: {
          __resolveReference: ({ upc }) => ({ upc }),
          reviews: ({ upc }) => reviews.filter(({ product }) => product === upc),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'list products',
      query: '{ products { name } }',
      data: { products: [{ name: 'Table' }, { name: 'Couch' }, { name: 'Chair' }] },
      fetches: { products: 1 },
    },
    {
      name: 'give reviews of a user',
      query: '{ me { reviews { body } } }',
      data: { me: { reviews: [{ body: 'Love it' }, { body: 'Too dear' }] } },
      fetches: { users: 1, reviews: 1 },
    },
    {
      name: 'use the login that reviews provide',
      query: '{ products { reviews { author { login } } } }',
      data: {
        products: [
          { reviews: [{ author: { login: 'u1 as reviews know it' } }] },
          { reviews: [{ author: { login: 'u1 as reviews know it' } }] },
          { reviews: [{ author: { login: 'u2 as reviews know it' } }] },
        ],
      },
      fetches: { products: 1, reviews: 1 },
    },
    {
      name: 'ask for each author once who wrote several reviews',
      query: '{ products { reviews { author { born } } } }',
      data: {
        products: [
          { reviews: [{ author: { born: '1990' } }] },
          { reviews: [{ author: { born: '1990' } }] },
          { reviews: [{ author: { born: null } }] },
        ],
      },
      fetches: { products: 1, reviews: 1, users: 1 },
      representations: {
        users: [
          { __typename: 'User', id: 'u1' },
          { __typename: 'User', id: 'u2' },
        ],
      },
    },
    {
      name: 'compute shipping from price and weight',
      query: '{ products { shipping } }',
      data: { products: [{ shipping: 50 }, { shipping: 0 }, { shipping: 0 }] },
      fetches: { products: 1, stock: 1 },
    },
    {
      name: 'compute two fields from the same requirement',
      query: '{ products { shippingTag inStock shipping } }',
      data: {
        products: [
          { shippingTag: '#899#100#', inStock: true, shipping: 50 },
          { shippingTag: '#1299#1000#', inStock: false, shipping: 0 },
          { shippingTag: '#54#0#', inStock: false, shipping: 0 },
        ],
      },
      fetches: { products: 1, stock: 1 },
    },
    {
      name: 'go from a user through reviews and products to stock',
      query: '{ me { reviews { product { inStock shipping } } } }',
      data: {
        me: {
          reviews: [
            { product: { inStock: true, shipping: 50 } },
            { product: { inStock: false, shipping: 0 } },
          ],
        },
      },
      fetches: { users: 1, reviews: 1, products: 1, stock: 1 },
      // Apollo asks for what needs no price while the price is fetched.
      fetchesBy: { apollo: { users: 1, reviews: 1, products: 1, stock: 2 } },
    },
    {
      name: 'go round in a circle',
      query: '{ me { reviews { author { id reviews { product { upc } } } } } }',
      data: {
        me: {
          reviews: [
            { author: { id: 'u1', reviews: [{ product: { upc: '1' } }, { product: { upc: '2' } }] } },
            { author: { id: 'u1', reviews: [{ product: { upc: '1' } }, { product: { upc: '2' } }] } },
          ],
        },
      },
      fetches: { users: 1, reviews: 1 },
    },
    {
      name: 'ask everybody for everything in as few fetches as can be',
      query: '{ me { login reviews { body author { login born } product { name price inStock } } } }',
      data: {
        me: {
          login: 'ann',
          reviews: [
            {
              body: 'Love it',
              author: { login: 'u1 as reviews know it', born: '1990' },
              product: { name: 'Table', price: 899, inStock: true },
            },
            {
              body: 'Too dear',
              author: { login: 'u1 as reviews know it', born: '1990' },
              product: { name: 'Couch', price: 1299, inStock: false },
            },
          ],
        },
      },
      fetches: { users: 2, reviews: 1, products: 1, stock: 1 },
    },
    {
      name: 'give two fields of the same product under aliases',
      query: '{ products { a: shipping b: shipping c: price } }',
      data: {
        products: [
          { a: 50, b: 50, c: 899 },
          { a: 0, b: 0, c: 1299 },
          { a: 0, b: 0, c: 54 },
        ],
      },
      fetches: { products: 1, stock: 1 },
    },
  ],
};
