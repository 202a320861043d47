import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const users = [
  { id: 'u1', name: 'Ann', ref: 'r1', boss: 'u2', visits: 3 },
  { id: 'u2', name: 'Bo', ref: 'r2', boss: null, visits: 0 },
];
const many = Array.from({ length: 100 }, (_, index) => `a${index}`);
const byId = (id: string | null) => users.find((user) => user.id === id) ?? null;

export const aliases: FederationGroup = {
  name: 'aliases of the client',
  subgraphs: [
    subgraph(
      'staff',
      `type Query { user(id: ID = "u1"): User  users: [User!]! }
       type User @key(fields: "id") @key(fields: "ref") { id: ID!  ref: ID!  name: String  boss: User }`,
      {
        Query: { user: (_, { id }) => byId(id), users: () => users },
        User: { __resolveReference: find(users), boss: ({ boss }) => byId(boss) },
      },
    ),
    subgraph(
      'door',
      `type User @key(fields: "id") { id: ID!  visits(floor: Int = 0): Int  name: String @external  greeting: String @requires(fields: "name") }`,
      {
        User: {
          __resolveReference: find(users.map(({ id, visits: seen }) => ({ id, seen }))),
          visits: ({ seen }, { floor }) => seen + floor,
          greeting: ({ name }) => `Hi ${name}`,
        },
      },
    ),
    subgraph('mail', 'type User @key(fields: "ref") { ref: ID!  address: String }', {
      User: { __resolveReference: ({ ref }) => ({ ref, address: `${ref}@example.com` }) },
    }),
  ],
  cases: [
    {
      name: 'may be the name of the key',
      query: '{ user { id: name visits } }',
      data: { user: { id: 'Ann', visits: 3 } },
      representations: { door: [{ __typename: 'User', id: 'u1' }] },
    },
    {
      name: 'may be the names of two keys, crosswise',
      query: '{ user { id: ref ref: id visits address } }',
      data: { user: { id: 'r1', ref: 'u1', visits: 3, address: 'r1@example.com' } },
    },
    {
      name: 'may be the name of a required field',
      query: '{ user { name: id greeting } }',
      data: { user: { name: 'u1', greeting: 'Hi Ann' } },
    },
    {
      name: 'may be the name of an object that is no object',
      query: '{ user { boss: name id: boss { visits } } }',
      data: { user: { boss: 'Ann', id: { visits: 0 } } },
    },
    {
      name: 'may give one field many times, in one fetch',
      query: `{ user { ${many.map((alias) => `${alias}: visits`).join(' ')} } }`,
      data: { user: Object.fromEntries(many.map((alias) => [alias, 3])) },
      fetches: { staff: 1, door: 1 },
    },
    {
      name: 'may give one field many times with different arguments, in one fetch',
      query: `{ user { ${many.map((alias, floor) => `${alias}: visits(floor: ${floor})`).join(' ')} } }`,
      data: { user: Object.fromEntries(many.map((alias, floor) => [alias, 3 + floor])) },
      fetches: { staff: 1, door: 1 },
    },
    {
      name: 'may ask for many entities of the root, which are one question to the next subgraph',
      query: `{ ${many.map((alias) => `${alias}: user(id: "u1") { greeting }`).join(' ')} }`,
      data: Object.fromEntries(many.map((alias) => [alias, { greeting: 'Hi Ann' }])),
      fetches: { staff: 1, door: 1 },
    },
    {
      name: 'may be names of the language: __proto__, constructor, toString, length',
      query:
        '{ user { __proto__: name constructor: visits toString: greeting length: id hasOwnProperty: address } }',
      data: JSON.parse(
        '{"user":{"__proto__":"Ann","constructor":3,"toString":"Hi Ann","length":"u1","hasOwnProperty":"r1@example.com"}}',
      ),
    },
    {
      name: 'may be __proto__ for objects, lists and entities',
      query:
        '{ __proto__: user { constructor: boss { __proto__: visits valueOf: id } } prototype: users { __proto__: address } }',
      data: JSON.parse(
        '{"__proto__":{"constructor":{"__proto__":0,"valueOf":"u2"}},"prototype":[{"__proto__":"r1@example.com"},{"__proto__":"r2@example.com"}]}',
      ),
    },
    {
      name: 'may be names that the gateway and the planners use themselves',
      query:
        '{ _entities: user { _a0: visits name__alias_0: name _0: greeting representations: id } _a1: users { _a0: ref visits } }',
      data: {
        _entities: { _a0: 3, name__alias_0: 'Ann', _0: 'Hi Ann', representations: 'u1' },
        _a1: [
          { _a0: 'r1', visits: 3 },
          { _a0: 'r2', visits: 0 },
        ],
      },
    },
    {
      name: 'may differ for the same entity on two paths',
      query: '{ user { boss { a: visits(floor: 1) } } users { a: visits(floor: 2) b: name } }',
      data: {
        user: { boss: { a: 1 } },
        users: [
          { a: 5, b: 'Ann' },
          { a: 2, b: 'Bo' },
        ],
      },
    },
    {
      name: 'may stand beside the field itself with another argument',
      query: '{ user { visits old: visits(floor: 7) boss { visits(floor: 2) } } }',
      data: { user: { visits: 3, old: 10, boss: { visits: 2 } } },
    },
  ],
};
