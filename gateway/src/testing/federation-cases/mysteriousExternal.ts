import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const goods = [
  { id: 'g1', name: 'Jar', price: 4.5 },
  { id: 'g2', name: 'Lid', price: 0.5 },
];

export const mysteriousExternal: FederationGroup = {
  name: 'a key that is @external in an extension and resolvable all the same',
  subgraphs: [
    subgraph(
      'names',
      'type Query { goods: [Good!]! }  type Good @key(fields: "id") { id: ID!  name: String! }',
      {
        Query: { goods: () => goods },
        Good: { __resolveReference: find(goods) },
      },
    ),
    subgraph(
      'prices',
      `extend type Good @key(fields: "id") { id: ID! @external  price: Float }
       type Query { cheapest: Good }`,
      { Query: { cheapest: () => goods[1] }, Good: { __resolveReference: find(goods) } },
      '2.3',
    ),
  ],
  cases: [
    {
      name: 'is given by the extension',
      query: '{ cheapest { id price } }',
      data: { cheapest: { id: 'g2', price: 0.5 } },
      fetches: { prices: 1 },
    },
    {
      name: 'finds the entity in the other subgraph',
      query: '{ cheapest { id name price } }',
      data: { cheapest: { id: 'g2', name: 'Lid', price: 0.5 } },
      fetches: { prices: 1, names: 1 },
    },
    {
      name: 'is found from the other subgraph',
      query: '{ goods { price name } }',
      data: {
        goods: [
          { price: 4.5, name: 'Jar' },
          { price: 0.5, name: 'Lid' },
        ],
      },
      fetches: { prices: 1, names: 1 },
    },
  ],
};
