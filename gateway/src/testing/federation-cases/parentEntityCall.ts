import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const offers = [{ id: 'o1', shop: { id: 's1', town: 'Ulm' } }];

/** `Shop` is no entity: what is missing in it can only be asked for by way of the offer above it. */
export const parentEntityCall: FederationGroup = {
  name: 'fields of an object that only its parent leads to',
  subgraphs: [
    subgraph(
      'offers',
      `type Query { offer: Offer  offers: [Offer!]! }
       type Offer @key(fields: "id") { id: ID!  shop: Shop @shareable }
       type Shop { id: ID! @shareable  town: String }`,
      {
        Query: { offer: () => offers[0], offers: () => [offers[0], offers[0]] },
        Offer: { __resolveReference: find(offers) },
      },
    ),
    subgraph(
      'hours',
      `type Offer @key(fields: "id") { id: ID!  shop: Shop @shareable }
       type Shop { id: ID! @shareable  opens: Int  staff: [Clerk!] }
       type Clerk { name: String }`,
      {
        Offer: {
          __resolveReference: ({ id }) => ({ id, shop: { id: 's1', opens: 0, staff: [{ name: 'Max' }] } }),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'are asked for by the parent',
      query: '{ offer { shop { town opens } } }',
      data: { offer: { shop: { town: 'Ulm', opens: 0 } } },
      fetches: { offers: 1, hours: 1 },
      representations: { hours: [{ __typename: 'Offer', id: 'o1' }] },
    },
    {
      name: 'are asked for once when the parent is there twice',
      query: '{ offers { shop { opens town id } } }',
      data: {
        offers: [
          { shop: { opens: 0, town: 'Ulm', id: 's1' } },
          { shop: { opens: 0, town: 'Ulm', id: 's1' } },
        ],
      },
      fetches: { offers: 1, hours: 1 },
      representations: { hours: [{ __typename: 'Offer', id: 'o1' }] },
    },
    {
      name: 'may be lists',
      query: '{ offer { id shop { staff { name } } } }',
      data: { offer: { id: 'o1', shop: { staff: [{ name: 'Max' }] } } },
      fetches: { offers: 1, hours: 1 },
    },
  ],
};
