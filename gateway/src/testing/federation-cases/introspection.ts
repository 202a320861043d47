import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [{ id: 'i1', name: 'One' }];

export const introspection: FederationGroup = {
  name: 'introspection',
  subgraphs: [
    subgraph(
      'main',
      `"What can be asked." type Query { item("Which one." id: ID = "i1"): Item  old: Int @deprecated(reason: "gone") }
       "A thing." type Item @key(fields: "id") { id: ID!  "Its name." name: String }`,
      { Query: { item: (_, { id }) => rows.find((row) => row.id === id), old: () => 0 } },
    ),
    subgraph('more', 'type Item @key(fields: "id") { id: ID!  size: Size }  enum Size { S L }', {
      Item: { __resolveReference: find(rows), size: () => 'L' },
    }),
  ],
  cases: [
    {
      name: 'is answered by the gateway alone',
      query: '{ __schema { queryType { name } mutationType { name } } }',
      data: { __schema: { queryType: { name: 'Query' }, mutationType: null } },
      fetches: {},
    },
    {
      name: 'stands in its place beside data',
      query: '{ item { name } __type(name: "Item") { name kind } i: item { size } }',
      data: { item: { name: 'One' }, __type: { name: 'Item', kind: 'OBJECT' }, i: { size: 'L' } },
      fetches: { main: 1, more: 1 },
    },
    {
      name: 'shows fields of all subgraphs, with descriptions and defaults',
      query: `{ __type(name: "Query") { description fields { name args { name description defaultValue type { name } } } }
        item: __type(name: "Item") { fields { name description } } }`,
      data: {
        __type: {
          description: 'What can be asked.',
          fields: [
            {
              name: 'item',
              args: [{ name: 'id', description: 'Which one.', defaultValue: '"i1"', type: { name: 'ID' } }],
            },
          ],
        },
        item: {
          fields: [
            { name: 'id', description: null },
            { name: 'name', description: 'Its name.' },
            { name: 'size', description: null },
          ],
        },
      },
      fetches: {},
    },
    {
      name: 'shows what is deprecated to those who ask for it',
      query:
        '{ __type(name: "Query") { fields(includeDeprecated: true) { name isDeprecated deprecationReason } } }',
      data: {
        __type: {
          fields: [
            { name: 'item', isDeprecated: false, deprecationReason: null },
            { name: 'old', isDeprecated: true, deprecationReason: 'gone' },
          ],
        },
      },
    },
    {
      name: 'takes variables, aliases, fragments and conditions',
      query: `query ($name: String!, $no: Boolean!) { t: __type(name: $name) { ...T } skipped: __typename @include(if: $no) }
        fragment T on __Type { n: name values: enumValues { name } kind @skip(if: $no) }`,
      variables: { name: 'Size', no: false },
      data: { t: { n: 'Size', values: [{ name: 'S' }, { name: 'L' }], kind: 'ENUM' } },
    },
    {
      name: 'is null for a type that there is not',
      query: '{ __type(name: "Nothing") { name } }',
      data: { __type: null },
    },
    {
      name: 'shows nothing of the machinery: no join types, no entities',
      query: `{ a: __type(name: "join__Graph") { name } b: __type(name: "_Entity") { name } c: __type(name: "_Any") { name }
        d: __type(name: "Query") { possibleTypes { name } } }`,
      data: { a: null, b: null, c: null, d: { possibleTypes: null } },
    },
  ],
};
