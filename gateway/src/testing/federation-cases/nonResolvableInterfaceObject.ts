import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

export const nonResolvableInterfaceObject: FederationGroup = {
  name: 'an @interfaceObject whose subgraph cannot be asked for it',
  subgraphs: [
    subgraph(
      'bakery',
      `type Query { product: Product  other: Product }
       interface Product @key(fields: "id") { id: ID! }
       type Bread implements Product @key(fields: "id") { id: ID! }`,
      {
        Query: {
          product: () => ({ __typename: 'Bread', id: 'p1' }),
          other: () => ({ __typename: 'Bread', id: 'p2' }),
        },
        Product: { __resolveReference: ({ id }) => ({ __typename: 'Bread', id }) },
      },
    ),
    subgraph(
      'menu',
      `type Query { dish: Product }
       type Product @key(fields: "id", resolvable: false) @interfaceObject { id: ID! }`,
      { Query: { dish: () => ({ id: 'p1' }) } },
    ),
  ],
  cases: [
    {
      name: 'gives its key without anybody else',
      query: '{ dish { id } product { id } }',
      data: { dish: { id: 'p1' }, product: { id: 'p1' } },
      fetches: { menu: 1, bakery: 1 },
    },
    {
      name: 'finds out the type at the interface',
      query: '{ dish { __typename } }',
      data: { dish: { __typename: 'Bread' } },
      fetches: { menu: 1, bakery: 1 },
    },
    {
      name: 'gives the key under a fragment on the implementation',
      query: '{ dish { ... on Bread { id } } other { ... on Bread { id } } }',
      data: { dish: { id: 'p1' }, other: { id: 'p2' } },
    },
  ],
};
