import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

/** What a union can hold depends on the subgraph that is asked for the path to it. */
export const partialUnion: FederationGroup = {
  name: 'a union below shareable fields, partly known to each subgraph',
  subgraphs: [
    subgraph(
      'alpha',
      `type Query { box: Box @shareable }
       type Box @key(fields: "id") { id: ID!  lid: Lid @shareable  weight: Int }
       type Lid { seal: Seal @shareable }
       union Seal = Wax | Lead
       type Wax { colour: String @shareable }
       type Lead { grams: Int }`,
      {
        Query: { box: () => ({ id: 'x', weight: 1, lid: { seal: { __typename: 'Wax', colour: 'red' } } }) },
        Box: {
          __resolveReference: ({ id }) => ({
            id,
            weight: 1,
            lid: { seal: { __typename: 'Wax', colour: 'red' } },
          }),
        },
      },
    ),
    subgraph(
      'beta',
      `type Query { box: Box @shareable }
       type Box @key(fields: "id") { id: ID!  lid: Lid @shareable  price: Int  stamp: Stamp }
       type Lid { seal: Seal @shareable }
       union Seal = Wax | Tape
       type Wax { colour: String @shareable }
       type Tape { width: Int }
       type Stamp { seal: Seal }`,
      {
        Query: { box: () => ({ id: 'x', price: 0, lid: { seal: { __typename: 'Wax', colour: 'red' } } }) },
        Box: {
          __resolveReference: ({ id }) => ({
            id,
            price: 0,
            lid: { seal: { __typename: 'Wax', colour: 'red' } },
          }),
          stamp: () => ({ seal: { __typename: 'Tape', width: 0 } }),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'gives a member that both know',
      query: '{ box { lid { seal { ... on Wax { colour } } } } }',
      data: { box: { lid: { seal: { colour: 'red' } } } },
    },
    {
      name: 'gives it beside fields of either subgraph',
      query:
        '{ box { weight price lid { seal { __typename ... on Wax { colour } ... on Lead { grams } ... on Tape { width } } } } }',
      data: { box: { weight: 1, price: 0, lid: { seal: { __typename: 'Wax', colour: 'red' } } } },
    },
    {
      name: 'gives a member that the subgraph of the path alone knows',
      query: '{ box { stamp { seal { ... on Tape { width } ... on Lead { grams } } } } }',
      data: { box: { stamp: { seal: { width: 0 } } } },
      fetches: { beta: 1 },
    },
  ],
};
