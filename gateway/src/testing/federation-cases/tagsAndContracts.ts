import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [{ id: 'k1', name: 'Key', cost: 7, level: 'OPEN' }];

/** What a contract's build leaves: tags on all kinds of elements, and @inaccessible on those that it filtered. */
export const tagsAndContracts: FederationGroup = {
  name: '@tag on everything, and a contract that filtered some of it',
  subgraphs: [
    subgraph(
      'public',
      `type Query @tag(name: "root") { item(id: ID! @tag(name: "argument"), debug: Boolean @tag(name: "internal") @inaccessible): Item @tag(name: "public")  secretItem: Item @tag(name: "internal") @inaccessible }
       interface Thing @tag(name: "public") { id: ID! }
       type Item implements Thing @key(fields: "id") @tag(name: "public") { id: ID!  name: String @tag(name: "public")  level(as: Form): Level }
       enum Level @tag(name: "public") { OPEN @tag(name: "public")  CLOSED @tag(name: "internal") @inaccessible }
       input Form @tag(name: "public") { short: Boolean @tag(name: "public")  raw: Boolean @tag(name: "internal") @inaccessible }
       scalar Money @tag(name: "internal") @inaccessible
       union Any @tag(name: "public") = Item`,
      {
        Query: { item: (_, { id }) => rows.find((row) => row.id === id) ?? null, secretItem: () => rows[0] },
        Item: { __resolveReference: find(rows) },
      },
    ),
    subgraph(
      'internal',
      `scalar Money @inaccessible
       type Item @key(fields: "id") { id: ID!  cost: Money @inaccessible @tag(name: "internal")  price: String @requires(fields: "name") @tag(name: "public")  name: String @external }`,
      {
        Item: {
          __resolveReference: find(rows),
          price: ({ name, cost }) => `${name} ${cost}`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'changes nothing for what is left',
      query: '{ item(id: "k1") { id name price level(as: { short: true }) } }',
      data: { item: { id: 'k1', name: 'Key', price: 'Key 7', level: 'OPEN' } },
      fetches: { public: 1, internal: 1 },
    },
    {
      name: 'refuses fields that are filtered',
      query: '{ secretItem { id } item(id: "k1") { cost } }',
      errors: ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
      fetches: {},
    },
    {
      name: 'refuses arguments and input fields that are filtered',
      query: '{ item(id: "k1", debug: true) { level(as: { raw: true }) } }',
      errors: ['GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_VALIDATION_FAILED'],
    },
    {
      name: 'refuses input fields that are filtered in variables',
      query: 'query ($form: Form) { item(id: "k1") { level(as: $form) } }',
      variables: { form: { raw: true } },
      errors: ['BAD_USER_INPUT'],
    },
    {
      name: 'shows neither tags nor what is filtered',
      query: `{ form: __type(name: "Form") { inputFields { name } } level: __type(name: "Level") { enumValues { name } }
        money: __type(name: "Money") { name } item: __type(name: "Query") { fields { name args { name } } } }`,
      data: {
        form: { inputFields: [{ name: 'short' }] },
        level: { enumValues: [{ name: 'OPEN' }] },
        money: null,
        item: { fields: [{ name: 'item', args: [{ name: 'id' }] }] },
      },
    },
  ],
};
