import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

/** Fields that are called what gateways and planners call what they make up. */
export const generatedNames: FederationGroup = {
  name: 'fields and variables with names that gateways make up',
  subgraphs: [
    subgraph(
      'left',
      `type Query { _a0: Item  _e0(_a1: Int): Item  _0: String }
       type Item @key(fields: "_key") { _key: ID!  _a0: Int  _a1(x: Int): Int  name__alias_0: String }`,
      {
        Query: {
          _a0: () => ({ _key: 'k', _a0: 0, name__alias_0: 'alias' }),
          _e0: (_, { _a1 }) => ({ _key: 'e', _a0: _a1, name__alias_0: '' }),
          _0: () => '',
        },
        Item: { _a1: (_, { x }) => x },
      },
    ),
    subgraph(
      'right',
      `type Item @key(fields: "_key") { _key: ID!  _internal_qp_alias_0(x: Int): Int  _b(representations: Int): Int  representations: Int  _a0: Int @external  _a2: Int @requires(fields: "_a0") }`,
      {
        Item: {
          __resolveReference: (reference) => reference,
          _internal_qp_alias_0: (_, { x }) => x,
          _b: (_, { representations: given }) => given,
          representations: () => 7,
          _a2: ({ _a0 }) => _a0 + 2,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'are not mixed up with names for the same field with other arguments',
      query: '{ _a0 { _a0 _a1(x: 5) b: _a1(x: 6) name__alias_0 } _e0(_a1: 3) { _a0 _a1 } }',
      data: {
        _a0: { _a0: 0, _a1: 5, b: 6, name__alias_0: 'alias' },
        _e0: { _a0: 3, _a1: null },
      },
      fetches: { left: 1 },
    },
    {
      name: 'are not mixed up in entities and what they require',
      query:
        '{ _a0 { _a2 x: _internal_qp_alias_0(x: 1) _internal_qp_alias_0(x: 2) } _e0(_a1: 0) { _a2 _a0 } _0 }',
      data: {
        _a0: { _a2: 2, x: 1, _internal_qp_alias_0: 2 },
        _e0: { _a2: 2, _a0: 0 },
        _0: '',
      },
      fetches: { left: 1, right: 1 },
    },
    {
      name: 'are not mixed up with variables',
      query: `query ($_a0: Int, $_representations: Int, $__representations: Int, $representations: Int) {
        _e0(_a1: $_a0) { b: _b(representations: $representations) c: _b(representations: $_representations) d: _b(representations: $__representations) _a1(x: $_a0) representations }
      }`,
      variables: { _a0: 1, _representations: 2, __representations: 3, representations: 4 },
      data: { _e0: { b: 4, c: 2, d: 3, _a1: 1, representations: 7 } },
      fetches: { left: 1, right: 1 },
    },
  ],
};
