import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const directives = `
  directive @access(level: Level = OPEN) on FIELD | FRAGMENT_SPREAD | QUERY
  enum Level { OPEN CLOSED }
  directive @note(text: String! = "") on FIELD`;

export const executableDirectives: FederationGroup = {
  name: 'directives of the graph that clients write in operations',
  subgraphs: [
    subgraph(
      'first',
      `${directives}\ntype Query { a: String  thing: Thing }\ntype Thing @key(fields: "id") { id: ID!  x: Int }`,
      {
        Query: { a: () => 'a', thing: () => ({ id: 't', x: 0 }) },
      },
    ),
    subgraph(
      'second',
      `${directives}\ntype Query { b: String }\ntype Thing @key(fields: "id") { id: ID!  y: Int }`,
      {
        Query: { b: () => 'b' },
        Thing: { __resolveReference: ({ id }) => ({ id, y: 1 }) },
      },
    ),
  ],
  cases: [
    {
      name: 'may be left to their default arguments',
      query: '{ a @access b @access }',
      data: { a: 'a', b: 'b' },
      fetches: { first: 1, second: 1 },
    },
    {
      name: 'may have arguments, literal and variable',
      query:
        'query ($level: Level!) { a @access(level: CLOSED) thing { x @access(level: $level) y @note(text: "n") } }',
      variables: { level: 'OPEN' },
      data: { a: 'a', thing: { x: 0, y: 1 } },
      fetches: { first: 1, second: 1 },
    },
    {
      name: 'may stand on fragments',
      query: '{ thing { ...T @access } } fragment T on Thing { y }',
      data: { thing: { y: 1 } },
      fetches: { first: 1, second: 1 },
    },
    {
      name: 'that the graph does not have are refused',
      query: '{ a @unheardOf }',
      errors: ['GRAPHQL_VALIDATION_FAILED'],
    },
  ],
};
