import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const money = { amount: 0, currency: { code: 'EUR', signs: ['€'] } };

/** Types without a key that several subgraphs have, with interfaces and unions of their own. */
export const valueTypesInTwoSubgraphs: FederationGroup = {
  name: 'value types, interfaces and unions that several subgraphs have whole',
  subgraphs: [
    subgraph(
      'till',
      `type Query { total: Money  parts: [Part!]! }
       type Money @shareable { amount: Int  currency: Currency }
       type Currency @shareable { code: String  signs: [String!] }
       interface Part { money: Money }
       type Tax implements Part @shareable { money: Money  rate: Float }
       type Fee implements Part @shareable { money: Money }
       type Bill @key(fields: "id") { id: ID!  due: Money }`,
      {
        Query: {
          total: () => money,
          parts: () => [
            { __typename: 'Tax', money, rate: 0 },
            { __typename: 'Fee', money: null },
          ],
        },
        Bill: { __resolveReference: ({ id }) => ({ id, due: money }) },
      },
    ),
    subgraph(
      'bank',
      `type Query { bill: Bill  balance: Money  last: Part }
       type Money @shareable { amount: Int  currency: Currency }
       type Currency @shareable { code: String  signs: [String!] }
       interface Part { money: Money }
       type Tax implements Part @shareable { money: Money  rate: Float }
       type Fee implements Part @shareable { money: Money }
       type Bill @key(fields: "id") { id: ID!  paid: Money  history: [Part!]! }`,
      {
        Query: {
          bill: () => ({ id: 'b1' }),
          balance: () => null,
          last: () => ({ __typename: 'Fee', money: { amount: 1, currency: null } }),
        },
        Bill: {
          paid: () => ({ ...money, amount: 9 }),
          history: () => [{ __typename: 'Tax', money, rate: 0.5 }],
        },
      },
    ),
  ],
  cases: [
    {
      name: 'come whole from where the field is',
      query: '{ total { amount currency { code signs } } balance { amount } }',
      data: { total: { amount: 0, currency: { code: 'EUR', signs: ['€'] } }, balance: null },
      fetches: { till: 1, bank: 1 },
    },
    {
      name: 'stand in an entity of which each subgraph has its own',
      query: '{ bill { paid { amount } due { amount currency { code } } } }',
      data: { bill: { paid: { amount: 9 }, due: { amount: 0, currency: { code: 'EUR' } } } },
      fetches: { bank: 1, till: 1 },
    },
    {
      name: 'are interfaces whose fragments apply in either subgraph',
      query: `{ parts { ...P } last { ...P } bill { history { ...P } } }
        fragment P on Part { __typename money { amount } ... on Tax { rate } }`,
      data: {
        parts: [
          { __typename: 'Tax', money: { amount: 0 }, rate: 0 },
          { __typename: 'Fee', money: null },
        ],
        last: { __typename: 'Fee', money: { amount: 1 } },
        bill: { history: [{ __typename: 'Tax', money: { amount: 0 }, rate: 0.5 }] },
      },
      fetches: { till: 1, bank: 1 },
    },
  ],
};
