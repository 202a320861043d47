import type { FederationCase, FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { __typename: 'Pen', id: 'p1', name: 'Pen', price: 0, weight: 3 },
  { __typename: 'Ink', id: 'i1', name: 'Ink', price: 5, weight: null },
];
const goods = `type Query { goods: [Good!]!  any: [Any!]! }
  interface Good { id: ID!  name: String }
  union Any = Pen | Ink
  enum Kind { DRY WET }`;
const resolvers = { Pen: { __resolveReference: find(rows) }, Ink: { __resolveReference: find(rows) } };

const subgraphs = [
  subgraph(
    'shop',
    `${goods}
     type Pen implements Good @key(fields: "id") { id: ID!  name: String  kind: Kind  weight: Int }
     type Ink implements Good @key(fields: "id") { id: ID!  name: String }`,
    {
      Query: { goods: () => rows, any: () => rows },
      Pen: { ...resolvers.Pen, kind: () => 'DRY' },
      Ink: resolvers.Ink,
    },
    '2.0',
  ),
  subgraph(
    'till',
    `type Pen @key(fields: "id") { id: ID!  price: Int  weight: Int @external  postage: String @requires(fields: "weight") }
     type Ink @key(fields: "id") { id: ID!  price: Int }`,
    {
      Pen: { ...resolvers.Pen, postage: ({ weight }) => `${weight} g` },
      Ink: resolvers.Ink,
    },
    '2.0',
  ),
];

const cases: readonly FederationCase[] = [
  {
    name: 'gives entities from both subgraphs',
    query: '{ goods { name ... on Pen { price kind } ... on Ink { price } } }',
    data: {
      goods: [
        { name: 'Pen', price: 0, kind: 'DRY' },
        { name: 'Ink', price: 5 },
      ],
    },
    fetches: { shop: 1, till: 1 },
  },
  {
    name: 'computes what is required',
    query: '{ any { __typename ... on Pen { postage } ... on Ink { id } } }',
    data: {
      any: [
        { __typename: 'Pen', postage: '3 g' },
        { __typename: 'Ink', id: 'i1' },
      ],
    },
    fetches: { shop: 1, till: 1 },
  },
  {
    name: 'hides its machinery',
    query: '{ __type(name: "join__Graph") { name } goods { id } }',
    data: { __type: null, goods: [{ id: 'p1' }, { id: 'i1' }] },
    fetches: { shop: 1 },
  },
];

const link = `
  directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
  scalar link__Import
  enum link__Purpose { SECURITY EXECUTION }
  directive @join__graph(name: String!, url: String!) on ENUM_VALUE
  directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
  scalar join__FieldSet
  enum join__Graph {
    SHOP @join__graph(name: "shop", url: "http://127.0.0.1:1/graphql")
    TILL @join__graph(name: "till", url: "http://127.0.0.1:1/graphql")
  }`;

const types = `
  type Pen implements Good
    @join__implements(graph: SHOP, interface: "Good")
    @join__type(graph: SHOP, key: "id") @join__type(graph: TILL, key: "id") {
    id: ID!
    name: String @join__field(graph: SHOP)
    kind: Kind @join__field(graph: SHOP)
    weight: Int @join__field(graph: SHOP) @join__field(graph: TILL, external: true)
    price: Int @join__field(graph: TILL)
    postage: String @join__field(graph: TILL, requires: "weight")
  }
  type Ink implements Good
    @join__implements(graph: SHOP, interface: "Good")
    @join__type(graph: SHOP, key: "id") @join__type(graph: TILL, key: "id") {
    id: ID!
    name: String @join__field(graph: SHOP)
    price: Int @join__field(graph: TILL)
  }
  interface Good @join__type(graph: SHOP) { id: ID!  name: String }
  type Query @join__type(graph: SHOP) @join__type(graph: TILL) {
    goods: [Good!]! @join__field(graph: SHOP)
    any: [Any!]! @join__field(graph: SHOP)
  }`;

/** As Federation 2.0 composed it. */
const joinV02 = `
  schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.2", for: EXECUTION) { query: Query }
  directive @join__field(graph: join__Graph!, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
  directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
  ${link}
  ${types}
  union Any @join__type(graph: SHOP) = Pen | Ink
  enum Kind @join__type(graph: SHOP) { DRY WET }`;

/** As Federation 2.3 to 2.7 composed it. */
const joinV03 = `
  schema @link(url: "https://specs.apollo.dev/link/v1.0") @link(url: "https://specs.apollo.dev/join/v0.3", for: EXECUTION) { query: Query }
  directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
  directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
  directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
  directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
  ${link}
  ${types}
  union Any @join__type(graph: SHOP) @join__unionMember(graph: SHOP, member: "Pen") @join__unionMember(graph: SHOP, member: "Ink") = Pen | Ink
  enum Kind @join__type(graph: SHOP) { DRY @join__enumValue(graph: SHOP) WET @join__enumValue(graph: SHOP) }`;

/** The same graph in the ways in which Federation has written it down over the years. */
export const oldSupergraphs: readonly FederationGroup[] = [
  { name: 'a supergraph composed today from subgraphs of Federation 2.0', subgraphs, cases },
  {
    name: 'a supergraph of the time of Federation 2.0 (join v0.2)',
    subgraphs,
    supergraphSdl: joinV02,
    cases,
  },
  {
    name: 'a supergraph of the time of Federation 2.3 (join v0.3)',
    subgraphs,
    supergraphSdl: joinV03,
    cases,
  },
];
