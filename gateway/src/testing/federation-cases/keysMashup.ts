import type { FederationGroup } from './federationGroup.ts';
import { type Row, subgraph } from './subgraph.ts';

const cards = [{ id: 'k1', serial: 'S1', place: { row: 'r1', column: 'c1', floor: 'f1' }, title: 'Ace' }];
const byId = ({ id }: Row) => cards.find((card) => card.id === id) ?? null;

/** Of several keys each subgraph resolves one only, and the other's key has to be found out first. */
export const keysMashup: FederationGroup = {
  name: 'an entity with many keys of which each subgraph resolves another',
  subgraphs: [
    subgraph(
      'index',
      `type Card
         @key(fields: "id")
         @key(fields: "serial", resolvable: false)
         @key(fields: "place { row column }", resolvable: false)
         @key(fields: "id place { column floor }", resolvable: false) {
         id: ID!  serial: ID!  place: Place!  title: String!
       }
       type Place @shareable { row: ID!  column: ID!  floor: ID! }`,
      { Card: { __resolveReference: byId } },
    ),
    subgraph(
      'drawer',
      `type Query { drawer: Drawer }
       type Drawer @key(fields: "id") { id: ID!  cards: [Card!]! }
       type Card
         @key(fields: "place { row column }", resolvable: false)
         @key(fields: "id place { column floor }")
         @key(fields: "serial", resolvable: false)
         @key(fields: "id", resolvable: false) {
         id: ID!  serial: ID!  place: Place!  title: String! @external  label: String! @requires(fields: "title")
       }
       type Place @shareable { row: ID!  column: ID!  floor: ID! }`,
      {
        Query: { drawer: () => ({ id: 'd1', cards: cards.map(({ title, ...rest }) => rest) }) },
        Card: {
          __resolveReference: (reference) => {
            const card = byId(reference);
            return card?.place.column === reference.place?.column &&
              card?.place.floor === reference.place?.floor
              ? reference
              : null;
          },
          label: ({ title }) => `* ${title} *`,
        },
      },
    ),
    subgraph('market', 'type Card @key(fields: "serial") { serial: ID!  price: Int }', {
      Card: { __resolveReference: ({ serial }) => ({ serial, price: 0 }) },
    }),
  ],
  cases: [
    {
      name: 'is asked by one key and then by the other',
      query: '{ drawer { id cards { id title label } } }',
      data: { drawer: { id: 'd1', cards: [{ id: 'k1', title: 'Ace', label: '* Ace *' }] } },
      fetches: { drawer: 2, index: 1 },
    },
    {
      name: 'is asked by a third key',
      query: '{ drawer { cards { price place { floor } } } }',
      data: { drawer: { cards: [{ price: 0, place: { floor: 'f1' } }] } },
      fetches: { drawer: 1, market: 1 },
      representations: { market: [{ __typename: 'Card', serial: 'S1' }] },
    },
    {
      name: 'computes without showing the keys',
      query: '{ drawer { cards { label price } } }',
      data: { drawer: { cards: [{ label: '* Ace *', price: 0 }] } },
      fetches: { drawer: 2, index: 1, market: 1 },
    },
  ],
};
