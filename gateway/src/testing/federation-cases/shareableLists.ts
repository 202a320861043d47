import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const amounts = [{ value: 1 }, { value: 0 }];

/** Objects without a key that both subgraphs can give: their parts are put together by place. */
export const shareableLists: FederationGroup = {
  name: 'shareable value types that come from two subgraphs',
  subgraphs: [
    subgraph(
      'ledger',
      `type Query { account: Account }
       type Account @key(fields: "id") { id: ID!  limits: [Limit!]! @shareable  main: Limit @shareable  uneven: [Limit!] @shareable  grid: [[Limit!]!]! @shareable }
       type Limit { value: Int @shareable  ledgerNote: String }`,
      {
        Query: {
          account: () => ({ id: 'a1' }),
        },
        Account: {
          limits: () => amounts.map((amount, index) => ({ ...amount, ledgerNote: `L${index}` })),
          main: () => ({ value: 0, ledgerNote: '' }),
          uneven: () => [{ value: 1, ledgerNote: 'one' }],
          grid: () => [[{ value: 1, ledgerNote: 'a' }], []],
        },
      },
    ),
    subgraph(
      'rules',
      `type Account @key(fields: "id") { id: ID!  limits: [Limit!]! @shareable  main: Limit @shareable  uneven: [Limit!] @shareable  grid: [[Limit!]!]! @shareable }
       type Limit { value: Int @shareable  rule: String }`,
      {
        Account: {
          __resolveReference: ({ id }) => ({ id }),
          limits: () => amounts.map((amount, index) => ({ ...amount, rule: `R${index}` })),
          main: () => ({ value: 0, rule: 'main' }),
          uneven: () => [
            { value: 1, rule: 'one' },
            { value: 2, rule: 'two' },
          ],
          grid: () => [[{ value: 1, rule: 'b' }], []],
        },
      },
    ),
  ],
  cases: [
    {
      name: 'have the fields of both in one object',
      query: '{ account { main { value ledgerNote rule } } }',
      data: { account: { main: { value: 0, ledgerNote: '', rule: 'main' } } },
      fetches: { ledger: 1, rules: 1 },
    },
    {
      name: 'have the fields of both in the elements of a list',
      query: '{ account { limits { rule value ledgerNote } } }',
      data: {
        account: {
          limits: [
            { rule: 'R0', value: 1, ledgerNote: 'L0' },
            { rule: 'R1', value: 0, ledgerNote: 'L1' },
          ],
        },
      },
      fetches: { ledger: 1, rules: 1 },
    },
    {
      name: 'have the fields of both in lists of lists',
      query: '{ account { grid { ledgerNote rule } } }',
      data: { account: { grid: [[{ ledgerNote: 'a', rule: 'b' }], []] } },
      fetches: { ledger: 1, rules: 1 },
    },
    {
      name: 'come from one subgraph where that has all',
      query: '{ account { limits { value ledgerNote } uneven { value } } }',
      data: {
        account: {
          limits: [
            { value: 1, ledgerNote: 'L0' },
            { value: 0, ledgerNote: 'L1' },
          ],
          uneven: [{ value: 1 }],
        },
      },
      fetches: { ledger: 1 },
    },
    {
      name: 'keep the list that came first where the other is of another length, and say whose is missing',
      query: '{ account { uneven { value ledgerNote rule } } }',
      data: { account: { uneven: [{ value: 1, ledgerNote: 'one', rule: null }] } },
      errors: ['account.uneven.0.rule AGENCY_SCHEMA_DRIFT'],
    },
    {
      name: 'stand under an alias in both subgraphs',
      query: '{ account { a: main { ledgerNote } b: main { rule } } }',
      data: { account: { a: { ledgerNote: '' }, b: { rule: 'main' } } },
    },
  ],
};
