import type { BenchGraph } from '../benchGraph.ts';
import { readText } from '../readText.ts';
import { products, reviews, users } from './retailData.ts';

type Key = Readonly<Record<'id' | 'upc', string>>;
type Priced = Key & { readonly price: number; readonly weight: number };

const userOf = ({ id }: Key) => users.find((user) => user.id === id) ?? null;
const productOf = ({ upc }: Key) => products.find((product) => product.upc === upc) ?? null;
const sdl = (subgraph: string) => readText(import.meta.dirname, `${subgraph}.graphql`);

/**
 * Four subgraphs in the shape that public federation benchmarks use: accounts, products, inventory, reviews. Apollo's
 * planner makes 16 fetches of `storefront.graphql`.
 */
export const retailGraph: BenchGraph = {
  name: 'retail',
  subgraphs: [
    {
      name: 'accounts',
      typeDefs: sdl('accounts'),
      resolvers: {
        Query: { me: () => users[0], user: (_: unknown, key: Key) => userOf(key), users: () => users },
        User: { __resolveReference: userOf },
      },
    },
    {
      name: 'products',
      typeDefs: sdl('products'),
      resolvers: {
        Query: {
          product: (_: unknown, key: Key) => productOf(key),
          topProducts: (_: unknown, { first }: { first: number }) => products.slice(0, first),
        },
        Product: { __resolveReference: productOf },
      },
    },
    {
      name: 'inventory',
      typeDefs: sdl('inventory'),
      resolvers: {
        Product: {
          // What @requires brought wins over what is known here: a gateway that does not send it is found out.
          __resolveReference: ({ upc, price, weight }: Priced) => ({
            upc,
            price,
            weight,
            inStock: productOf({ id: '', upc })?.inStock,
          }),
          shippingEstimate: ({ price, weight }: Priced) => (price > 1_000 ? 0 : Math.round(weight / 2)),
        },
      },
    },
    {
      name: 'reviews',
      typeDefs: sdl('reviews'),
      resolvers: {
        Query: { review: (_: unknown, { id }: Key) => reviews.find((review) => review.id === id) ?? null },
        Review: {
          author: ({ userId }: { userId: string }) => userOf({ id: userId, upc: '' }),
          product: ({ upc }: Key) => ({ upc }),
        },
        User: { reviews: ({ id }: Key) => reviews.filter(({ userId }) => userId === id) },
        Product: { reviews: ({ upc }: Key) => reviews.filter((review) => review.upc === upc) },
      },
    },
  ],
};
