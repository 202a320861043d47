import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const stock = [{ id: 's1', name: 'Rope', weight: 5 }];

export const includeSkip: FederationGroup = {
  name: '@include and @skip over subgraph borders',
  subgraphs: [
    subgraph(
      'goods',
      `type Query { item: Item }
       type Item @key(fields: "id") { id: ID!  name: String  weight: Int }`,
      { Query: { item: () => stock[0] }, Item: { __resolveReference: find(stock) } },
    ),
    subgraph(
      'post',
      `type Item @key(fields: "id") { id: ID!  weight: Int @external  postage: Int @requires(fields: "weight")  parcel: Parcel }
       type Parcel { box: Box }
       type Box @key(fields: "id") { id: ID! }`,
      {
        Item: {
          __resolveReference: (reference) => reference,
          postage: ({ weight }) => weight * 10,
          parcel: () => ({ box: { id: 'b1' } }),
        },
      },
    ),
    subgraph('boxes', 'type Box @key(fields: "id") { id: ID!  width: Int }', {
      Box: { __resolveReference: ({ id }) => ({ id, width: 30 }) },
    }),
  ],
  cases: [
    {
      name: 'ask nobody for a field that is not included',
      query: 'query ($on: Boolean!) { item { name postage @include(if: $on) } }',
      variables: { on: false },
      data: { item: { name: 'Rope' } },
      fetches: { goods: 1 },
    },
    {
      name: 'ask for a field that is included, and for what it requires',
      query: 'query ($on: Boolean!) { item { name postage @include(if: $on) } }',
      variables: { on: true },
      data: { item: { name: 'Rope', postage: 50 } },
      fetches: { goods: 1, post: 1 },
    },
    {
      name: 'ask nobody for a field that is skipped, by default of the variable',
      query: 'query ($off: Boolean = true) { item { id postage @skip(if: $off) } }',
      data: { item: { id: 's1' } },
      fetches: { goods: 1 },
    },
    {
      name: 'are decided while planning when they are literals',
      query: '{ item { id @skip(if: true) name @include(if: true) postage @include(if: false) } }',
      data: { item: { name: 'Rope' } },
      fetches: { goods: 1 },
    },
    {
      name: 'both have to agree',
      query: `query ($yes: Boolean!, $no: Boolean!) {
        item { a: postage @include(if: $yes) @skip(if: $yes) b: postage @include(if: $yes) @skip(if: $no) }
      }`,
      variables: { yes: true, no: false },
      data: { item: { b: 50 } },
    },
    {
      name: 'hold for fragments through three subgraphs',
      query: `query ($deep: Boolean!) { item { ...Parts @include(if: $deep) name } }
        fragment Parts on Item { parcel { box { width } } }`,
      variables: { deep: true },
      data: { item: { parcel: { box: { width: 30 } }, name: 'Rope' } },
      fetches: { goods: 1, post: 1, boxes: 1 },
    },
    {
      name: 'spare the subgraphs of a fragment that is left out',
      query: `query ($deep: Boolean!) { item { ...Parts @include(if: $deep) name } }
        fragment Parts on Item { parcel { box { width } } }`,
      variables: { deep: false },
      data: { item: { name: 'Rope' } },
      fetches: { goods: 1 },
    },
    {
      name: 'do not take a field from another selection of it',
      query: 'query ($no: Boolean!) { item { weight @include(if: $no) postage weight } }',
      variables: { no: false },
      data: { item: { postage: 50, weight: 5 } },
      fetches: { goods: 1, post: 1 },
    },
    {
      name: 'leave an object without fields where all of them are skipped',
      query:
        'query ($yes: Boolean = true) { item { name @skip(if: $yes) postage @skip(if: $yes) } a: item { ... @skip(if: true) { id } } }',
      data: { item: {}, a: {} },
      fetches: { goods: 1 },
    },
    {
      name: 'refuse null where a variable with a default is given as null',
      query: 'query ($yes: Boolean = true) { item { id name @include(if: $yes) } }',
      variables: { yes: null },
      errors: ['BAD_USER_INPUT'],
      fetches: {},
    },
    {
      name: 'on the root leave an answer without fields',
      query: 'query ($no: Boolean!) { item @include(if: $no) { name } }',
      variables: { no: false },
      data: {},
      fetches: {},
    },
  ],
};
