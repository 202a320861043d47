import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const text = 'a"b\\c\n\t\u0000\u2028\u007f</script> 通办 \u{1f600} \ud800 é';
const rows = [
  { id: text, text, int: -2147483648, float: 1e21, small: 5e-324, flag: true, list: [text, '', null] },
  { id: 'plain', text: '', int: 2147483647, float: -0.5, small: 0, flag: false, list: [] },
];

/** The answer is written by hand, so every kind of value has to be written well. */
export const textAndNumbers: FederationGroup = {
  name: 'texts with every sign, and numbers at their limits',
  subgraphs: [
    subgraph(
      'one',
      `type Query { rows: [Row!]!  echo(text: String!, int: Int, float: Float): String }
       type Row @key(fields: "id") { id: ID!  text: String  int: Int }`,
      {
        Query: {
          rows: () => rows,
          echo: (_, { text: said, int, float }) => `${said}|${int}|${float}`,
        },
      },
    ),
    subgraph(
      'two',
      `type Row @key(fields: "id") { id: ID!  text: String @external  double: String @requires(fields: "text")  float: Float  small: Float  flag: Boolean  list: [String]  echo(text: String): String }`,
      {
        Row: {
          __resolveReference: find(rows),
          double: ({ text: required }) => required + required,
          echo: (_, { text: said }) => said,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'come through',
      query: '{ rows { text int } }',
      data: {
        rows: [
          { text, int: -2147483648 },
          { text: '', int: 2147483647 },
        ],
      },
    },
    {
      name: 'are keys and requirements',
      query: '{ rows { id double list float small flag } }',
      data: {
        rows: [
          { id: text, double: text + text, list: [text, '', null], float: 1e21, small: 5e-324, flag: true },
          { id: 'plain', double: '', list: [], float: -0.5, small: 0, flag: false },
        ],
      },
    },
    {
      name: 'are variables of root fields and of entities',
      query: 'query ($text: String!) { echo(text: $text) rows { echo(text: $text) } }',
      variables: { text },
      data: { echo: `${text}|undefined|undefined`, rows: [{ echo: text }, { echo: text }] },
    },
    {
      name: 'are literals, also as blocks',
      query: `{ echo(text: "q\\"b\\\\n\\u0041\\u{1F600}", int: -0, float: 1e3) rows { echo(text: """
        block "quoted" \\""" and \\n
          indented
        """) } }`,
      data: {
        echo: 'q"b\\nA\u{1f600}|0|1000',
        rows: [
          { echo: 'block "quoted" """ and \\n\n  indented' },
          { echo: 'block "quoted" """ and \\n\n  indented' },
        ],
      },
    },
  ],
};
