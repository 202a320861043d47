import type { FederationGroup } from './federationGroup.ts';
import { type Row, subgraph } from './subgraph.ts';

const said = (_: Row, args: Row) => JSON.stringify(args);

export const variables: FederationGroup = {
  name: 'variables',
  subgraphs: [
    subgraph(
      'ears',
      `type Query { say(text: String, times: Int = 2, mood: Mood, deep: Deep, list: [[Int]], any: Any): String  thing(id: ID!): Thing  things(ids: [ID!]!): [Thing]! }
       enum Mood { GLAD SAD }
       input Deep { text: String = "none"  deeper: [Deep!]  mood: Mood = GLAD }
       scalar Any
       type Thing @key(fields: "id") { id: ID! }`,
      {
        Query: {
          say: said,
          thing: (_, { id }) => ({ id }),
          things: (_, { ids }) => ids.map((id: string) => ({ id })),
        },
      },
    ),
    subgraph(
      'mouth',
      `enum Mood { GLAD SAD }
       input Deep { text: String = "none"  deeper: [Deep!]  mood: Mood = GLAD }
       type Thing @key(fields: "id") { id: ID!  said(text: String, deep: Deep, mood: Mood = SAD): String  friend(id: ID!): Thing }`,
      {
        Thing: {
          __resolveReference: ({ id }) => ({ id }),
          said,
          friend: (_, { id }) => ({ id }),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'reach fields of entities',
      query: 'query ($text: String!) { thing(id: "t1") { said(text: $text) } }',
      variables: { text: '' },
      data: { thing: { said: '{"text":"","mood":"SAD"}' } },
      fetches: { ears: 1, mouth: 1 },
    },
    {
      name: 'may be called representations',
      query:
        'query ($representations: ID!, $text: String) { thing(id: $representations) { said(text: $text) } }',
      variables: { representations: 't1', text: 'x' },
      data: { thing: { said: '{"text":"x","mood":"SAD"}' } },
      fetches: { ears: 1, mouth: 1 },
    },
    {
      name: 'may be called representations in the fetch of entities itself',
      query:
        'query ($representations: String, $representations_0: Mood) { thing(id: "t1") { said(text: $representations, mood: $representations_0) } }',
      variables: { representations: 'r', representations_0: 'GLAD' },
      data: { thing: { said: '{"text":"r","mood":"GLAD"}' } },
      representations: { mouth: [{ __typename: 'Thing', id: 't1' }] },
    },
    {
      name: 'that are left out use the default of the argument, those that are null do not',
      query: 'query ($a: Int, $b: Int) { a: say(times: $a) b: say(times: $b) }',
      variables: { b: null },
      data: { a: '{"times":2}', b: '{"times":null}' },
    },
    {
      name: 'have defaults of their own',
      query:
        'query ($t: Int = 5, $m: Mood = SAD) { say(times: $t, mood: $m) thing(id: "t1") { said(mood: $m) } }',
      data: { say: '{"times":5,"mood":"SAD"}', thing: { said: '{"mood":"SAD"}' } },
    },
    {
      name: 'may be input objects that contain themselves, with their defaults filled in',
      query: 'query ($deep: Deep) { say(deep: $deep) thing(id: "t1") { said(deep: $deep) } }',
      variables: { deep: { deeper: [{ text: 'x', mood: 'SAD' }] } },
      data: {
        say: '{"times":2,"deep":{"text":"none","deeper":[{"text":"x","mood":"SAD"}],"mood":"GLAD"}}',
        thing: {
          said: '{"deep":{"text":"none","deeper":[{"text":"x","mood":"SAD"}],"mood":"GLAD"},"mood":"SAD"}',
        },
      },
    },
    {
      name: 'may be parts of input objects and lists',
      query:
        'query ($x: String, $n: Int) { say(deep: { deeper: [{ text: $x }, { text: "y" }] }, list: [[$n, 2], null, []]) }',
      variables: { x: 'x', n: 1 },
      data: {
        say: '{"times":2,"deep":{"text":"none","deeper":[{"text":"x","mood":"GLAD"},{"text":"y","mood":"GLAD"}],"mood":"GLAD"},"list":[[1,2],null,[]]}',
      },
    },
    {
      name: 'make a list of a single value',
      query: 'query ($list: [[Int]], $ids: [ID!]!) { say(list: $list) things(ids: $ids) { id } }',
      variables: { list: 1, ids: 't1' },
      data: { say: '{"times":2,"list":[[1]]}', things: [{ id: 't1' }] },
    },
    {
      name: 'may be numbers for ids',
      query: 'query ($id: ID!) { thing(id: $id) { id friend(id: $id) { id } } }',
      variables: { id: 7 },
      data: { thing: { id: '7', friend: { id: '7' } } },
    },
    {
      name: 'of a custom scalar may be anything',
      query: 'query ($any: Any) { a: say(any: $any) b: say(any: { x: [1, "two", null, { y: $any }] }) }',
      variables: { any: { __proto: 1, list: [0, false, ''] } },
      data: {
        a: '{"times":2,"any":{"__proto":1,"list":[0,false,""]}}',
        b: '{"times":2,"any":{"x":[1,"two",null,{"y":{"__proto":1,"list":[0,false,""]}}]}}',
      },
    },
    {
      name: 'of the wrong type are refused before anybody is asked',
      query: 'query ($times: Int) { say(times: $times) }',
      variables: { times: 'many' },
      errors: ['BAD_USER_INPUT'],
      fetches: {},
    },
    {
      name: 'that are required and missing are refused',
      query: 'query ($id: ID!) { thing(id: $id) { id } }',
      errors: ['BAD_USER_INPUT'],
      fetches: {},
    },
    {
      name: 'that nobody declared do no harm',
      query: 'query ($text: String) { say(text: $text) }',
      variables: { text: 'x', other: { representations: [] } },
      data: { say: '{"text":"x","times":2}' },
    },
    {
      name: 'go only to the subgraphs that use them',
      query: 'query ($a: String, $b: String) { say(text: $a) thing(id: "t1") { said(text: $b) } }',
      variables: { a: 'a', b: 'b' },
      data: { say: '{"text":"a","times":2}', thing: { said: '{"text":"b","mood":"SAD"}' } },
    },
  ],
};
