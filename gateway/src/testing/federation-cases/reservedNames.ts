import type { FederationGroup } from './federationGroup.ts';
import { type Row, subgraph } from './subgraph.ts';

const row = {
  constructor: 'c',
  toString: 0,
  catch: 'later',
  toJSON: 'json',
  valueOf: false,
  prototype: 'p',
  length: 3,
  hasOwnProperty: '',
};
// Own members only: a resolver must not meet what every object inherits.
const given = (reference: Row) => Object.assign(Object.create(null), row, reference);
const own = Object.fromEntries(Object.keys(row).map((name) => [name, (parent: Row) => parent[name]]));

export const reservedNames: FederationGroup = {
  name: 'fields, arguments, types and enum values with names of the language',
  subgraphs: [
    subgraph(
      'left',
      `type Query { constructor: Function  toString(valueOf: Object, constructor: Int = 1): String  catch: [Function!] }
       type Function @key(fields: "constructor") { constructor: ID!  toString: Int  catch: String  toJSON: String }
       input Object { constructor: Int  prototype: [Object!] }`,
      {
        Query: {
          constructor: () => given({}),
          toString: (_: Row, args: Row) => JSON.stringify(args),
          catch: () => [given({}), given({ constructor: 'd' })],
        },
        Function: own,
      },
    ),
    subgraph(
      'right',
      `enum Math { constructor prototype }
       type Function @key(fields: "constructor") { constructor: ID!  valueOf: Boolean  prototype: Math  length: Int  toString: Int @external  hasOwnProperty: String @requires(fields: "toString") }`,
      {
        Function: {
          ...own,
          __resolveReference: given,
          prototype: () => 'constructor',
          hasOwnProperty: (parent: Row) => `got ${parent.toString}`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'come from one subgraph',
      query: '{ constructor { toString catch toJSON constructor } }',
      data: { constructor: { toString: 0, catch: 'later', toJSON: 'json', constructor: 'c' } },
      fetches: { left: 1 },
    },
    {
      name: 'come from two subgraphs, by a key of such a name',
      query: '{ catch { constructor valueOf length prototype catch } }',
      data: {
        catch: [
          { constructor: 'c', valueOf: false, length: 3, prototype: 'constructor', catch: 'later' },
          { constructor: 'd', valueOf: false, length: 3, prototype: 'constructor', catch: 'later' },
        ],
      },
      fetches: { left: 1, right: 1 },
    },
    {
      name: 'are required by each other',
      query: '{ constructor { hasOwnProperty __typename } }',
      data: { constructor: { hasOwnProperty: 'got 0', __typename: 'Function' } },
    },
    {
      name: 'are arguments and variables',
      query:
        'query ($toString: Object, $constructor: Int) { toString(valueOf: $toString, constructor: $constructor) }',
      variables: { toString: { constructor: 1, prototype: [{ constructor: 2 }] } },
      data: { toString: '{"valueOf":{"constructor":1,"prototype":[{"constructor":2}]},"constructor":1}' },
    },
  ],
};
