import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { composeSubgraphs } from '../composeSubgraphs.ts';
import { find, type Row, subgraph } from '../federation-cases/subgraph.ts';

const records: Row[] = [
  {
    id: 'r1',
    title: 'Deed',
    price: 10,
    inner: 'in',
    remark: 'worn',
    weight: 3,
    code: 'C1',
    grade: 'A',
    owner: { id: 'm1' },
  },
  {
    id: 'r2',
    title: 'Will',
    price: 20,
    inner: 'in',
    remark: 'torn',
    weight: 5,
    code: 'C2',
    grade: 'B',
    owner: null,
  },
];
const members: Row[] = [
  { id: 'm1', name: 'Mei', born: 1980, badge: 'B1', boss: { id: 'm2' } },
  { id: 'm2', name: 'Wu', born: 1970, badge: 'B2', boss: null },
];
const items: Row[] = [
  { __typename: 'Coin', id: 'i1', label: 'coin', handle: 'c', year: 1900 },
  { __typename: 'Chart', id: 'i2', label: 'chart', handle: 'm', scale: 2 },
];
const member = (id: string) => members.find((one) => one.id === id) ?? null;
const withOwner = (record: Row) => ({ ...record, owner: record.owner && member(record.owner.id) });

/** Protected in every way that there is: fields, an object type, a scalar, an enum, interfaces, a union's member. */
export const archiveTypes = `
type Query {
  me: Member @authenticated
  records: [Record]
  allRecords: [Record!]
  record: Record
  mustRecord: Record!
  search: [Hit]
  items: [Item]
  vault: Vault
  motto: String
  stamp: Code
  codes: [Code!]
}
type Mutation { rename(title: String!): Record @requiresScopes(scopes: [["write"]])  touch: String }
scalar Code @requiresScopes(scopes: [["codes"]])
enum Grade @authenticated { A B }
type Member @key(fields: "id") {
  id: ID!
  name: String
  born: Int @requiresScopes(scopes: [["born"]])
  badge: String! @policy(policies: [["role:STAFF", "purpose:AUDIT"], ["role:AUDITOR"]])
  boss: Member
}
type Record @key(fields: "id") {
  id: ID!
  title: String!
  price: Int @requiresScopes(scopes: [["price"]])
  inner: String @requiresScopes(scopes: [["inner", "admin"]])
  remark: String @requiresScopes(scopes: [["remark"], ["admin"]])
  weight: Int! @requiresScopes(scopes: [["weight"]])
  code: Code
  grade: Grade
  owner: Member
}
union Hit = Record | Vault
type Vault @authenticated { id: ID!  depth: Int }
interface Item { id: ID!  label: String  handle: String }
type Coin implements Item { id: ID!  label: String  handle: String @requiresScopes(scopes: [["coin"]])  year: Int }
type Chart implements Item { id: ID!  label: String  handle: String @requiresScopes(scopes: [["chart"]])  scale: Int }
`;

export const shelfTypes = `
type Record @key(fields: "id") {
  id: ID!
  price: Int @external
  shelf: String
  lent: [Loan!]
  tax: Int @requires(fields: "price") @requiresScopes(scopes: [["price"]])
}
type Loan { day: String  to: String! @authenticated }
`;

const archive = subgraph('archive', archiveTypes, {
  Query: {
    me: () => members[0],
    records: () => records.map(withOwner),
    allRecords: () => records.map(withOwner),
    record: () => withOwner(records[0] as Row),
    mustRecord: () => withOwner(records[0] as Row),
    search: () => [
      { __typename: 'Record', ...withOwner(records[0] as Row) },
      { __typename: 'Vault', id: 'v1', depth: 9 },
    ],
    items: () => items,
    vault: () => ({ id: 'v1', depth: 9 }),
    motto: () => 'keep',
    stamp: () => 'S1',
    codes: () => ['S1', 'S2'],
  },
  Mutation: {
    rename: (_, { title }) => ({ ...withOwner(records[0] as Row), title }),
    touch: () => 'touched',
  },
  Member: { boss: ({ boss }) => boss && member(boss.id), __resolveReference: find(members) },
  Record: { __resolveReference: find(records) },
});

const shelf = subgraph('shelf', shelfTypes, {
  Record: {
    __resolveReference: (reference) => ({ ...reference, shelf: 'S9', lent: [{ day: 'Monday', to: 'Wu' }] }),
    tax: ({ price }) => price / 10,
  },
});

const parts = [archive, shelf];
export const archiveSupergraph = composeSubgraphs(
  parts.map((part) => ({ ...part, url: 'http://127.0.0.1:1/graphql' })),
);
export const archiveSubgraphs = new Map(
  parts.map(({ name, typeDefs, resolvers }) => [
    name,
    buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: resolvers as never }),
  ]),
);
