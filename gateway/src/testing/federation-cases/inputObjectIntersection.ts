import type { FederationGroup } from './federationGroup.ts';
import { type Row, subgraph } from './subgraph.ts';

const echo = (_: Row, { filter }: Row) => JSON.stringify(filter ?? null);

/** Of an input type the graph has the fields that every subgraph knows. */
export const inputObjectIntersection: FederationGroup = {
  name: 'an input type of which subgraphs know different fields',
  subgraphs: [
    subgraph(
      'left',
      `type Query { left(filter: Filter): String }
       input Filter { min: Int  tags: [String!]  onlyLeft: Boolean  nested: Range }
       input Range { from: Int = 1  to: Int }`,
      { Query: { left: echo } },
    ),
    subgraph(
      'right',
      `type Query { right(filter: Filter = { min: 7 }): String }
       input Filter { min: Int!  tags: [String!]  nested: Range }
       input Range { from: Int = 1  to: Int  onlyRight: Int }`,
      { Query: { right: echo } },
    ),
  ],
  cases: [
    {
      name: 'accepts the fields that all know, in variables and literals',
      query: 'query ($filter: Filter!) { left(filter: $filter) right(filter: { min: 2, tags: [] }) }',
      variables: { filter: { min: 0, tags: ['a'] } },
      data: { left: '{"min":0,"tags":["a"]}', right: '{"min":2,"tags":[]}' },
      fetches: { left: 1, right: 1 },
    },
    {
      name: 'refuses a field that one alone knows',
      query: '{ left(filter: { min: 1, onlyLeft: true }) }',
      errors: ['GRAPHQL_VALIDATION_FAILED'],
    },
    {
      name: 'refuses such a field in a variable',
      query: 'query ($filter: Filter) { left(filter: $filter) }',
      variables: { filter: { min: 1, nested: { onlyRight: 1 } } },
      errors: ['BAD_USER_INPUT'],
    },
    {
      name: 'is required where one subgraph says so',
      query: '{ left(filter: { tags: ["a"] }) }',
      errors: ['GRAPHQL_VALIDATION_FAILED'],
    },
    {
      name: 'fills the defaults of nested fields, and null is not absent',
      query: 'query ($to: Int) { left(filter: { min: 1, nested: { to: $to } }) right(filter: null) }',
      variables: { to: null },
      data: { left: '{"min":1,"nested":{"from":1,"to":null}}', right: 'null' },
    },
    {
      name: 'fills the default of an argument',
      query: 'query ($filter: Filter) { right(filter: $filter) }',
      data: { right: '{"min":7}' },
    },
  ],
};
