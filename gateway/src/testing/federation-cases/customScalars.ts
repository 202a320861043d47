import type { FederationGroup } from './federationGroup.ts';
import { type Row, subgraph } from './subgraph.ts';

const blob = { deep: [1, { id: 'x', __typename: 'Fake', nothing: null }], empty: {}, on: false };

/** Scalars that carry objects and lists: nothing within them is the gateway's business. */
export const customScalars: FederationGroup = {
  name: 'custom scalars that are objects and lists',
  subgraphs: [
    subgraph(
      'boxes',
      `scalar JSON
       scalar Point
       type Query { box: Box  boxes: [Box!]  raw(value: JSON): JSON  many: [JSON]  none: JSON }
       type Box @key(fields: "at") { at: Point!  content: JSON  label: JSON! }`,
      {
        Query: {
          box: () => ({ at: [1, 2], content: blob, label: 0 }),
          boxes: () => [
            { at: [1, 2], content: [], label: '' },
            { at: { x: 1 }, content: null, label: false },
          ],
          raw: (_, { value }) => value,
          many: () => [1, 'a', null, [2, [3]], {}],
          none: () => null,
        },
      },
    ),
    subgraph(
      'rulers',
      `scalar JSON
       scalar Point
       type Box @key(fields: "at") { at: Point!  size: Int  content: JSON @external  keys: [String] @requires(fields: "content")  meta: JSON }`,
      {
        Box: {
          __resolveReference: (reference) => reference,
          size: ({ at }) => JSON.stringify(at).length,
          keys: ({ content }) => (content === null ? null : Object.keys(content)),
          meta: ({ at }) => ({ at, list: [at] }),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'come through as they are',
      query: '{ box { content label } many none }',
      data: { box: { content: blob, label: 0 }, many: [1, 'a', null, [2, [3]], {}], none: null },
    },
    {
      name: 'are keys of entities',
      query: '{ boxes { size meta } }',
      data: {
        boxes: [
          { size: 5, meta: { at: [1, 2], list: [[1, 2]] } },
          { size: 7, meta: { at: { x: 1 }, list: [{ x: 1 }] } },
        ],
      },
      fetches: { boxes: 1, rulers: 1 },
      representations: {
        rulers: [
          { __typename: 'Box', at: [1, 2] },
          { __typename: 'Box', at: { x: 1 } },
        ],
      },
    },
    {
      name: 'are brought whole to what requires them',
      query: '{ box { keys } boxes { keys } }',
      data: { box: { keys: ['deep', 'empty', 'on'] }, boxes: [{ keys: [] }, { keys: null }] },
    },
    {
      name: 'are arguments, in literals and in variables',
      query:
        'query ($v: JSON) { a: raw(value: $v) b: raw(value: { x: [$v, 1.5, "s", null, true, { y: {} }] }) c: raw }',
      variables: { v: { list: [] } },
      data: { a: { list: [] }, b: { x: [{ list: [] }, 1.5, 's', null, true, { y: {} }] }, c: null },
    },
    {
      name: 'may have keys such as __proto__ in them',
      query: 'query ($v: JSON) { raw(value: $v) }',
      variables: { v: JSON.parse('{"__proto__":{"polluted":true},"constructor":1}') as Row },
      data: { raw: JSON.parse('{"__proto__":{"polluted":true},"constructor":1}') },
    },
  ],
};
