import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const homes = [
  { id: 'h1', address: { __typename: 'Street', id: 'a1', town: 'Ulm', number: 7 } },
  { id: 'h2', address: { __typename: 'Box', id: 'a2', town: 'Bonn', code: '' } },
  { id: 'h3', address: null },
];

export const requiresInterface: FederationGroup = {
  name: '@requires of fields behind an interface',
  subgraphs: [
    subgraph(
      'homes',
      `type Query { homes: [Home!]! }
       type Home @key(fields: "id") { id: ID!  address: Address }
       interface Address { id: ID!  town: String }
       type Street implements Address @key(fields: "id") { id: ID!  town: String  number: Int }
       type Box implements Address @key(fields: "id") { id: ID!  town: String  code: String }`,
      {
        Query: { homes: () => homes },
        Home: { __resolveReference: ({ id }) => homes.find((home) => home.id === id) },
      },
    ),
    subgraph(
      'letters',
      `type Query { sample: Home }
       type Home @key(fields: "id") {
         id: ID!
         address: Address @external
         town: String @requires(fields: "address { town }")
         line: String @requires(fields: "address { __typename town ... on Street { number } ... on Box { code } }")
       }
       interface Address { id: ID!  town: String }
       type Street implements Address @key(fields: "id") { id: ID! @external  town: String @external  number: Int @external }
       type Box implements Address @key(fields: "id") { id: ID! @external  town: String @external  code: String @external }`,
      {
        Query: { sample: () => ({ id: 'h2' }) },
        Home: {
          __resolveReference: (reference) => reference,
          town: ({ address }) => address?.town ?? 'nowhere',
          line: ({ address }) =>
            address === null
              ? null
              : `${address.__typename}|${address.town}|${address.number ?? address.code}`,
        },
      },
    ),
  ],
  cases: [
    {
      name: 'brings a field of the interface, and null where there is no object',
      query: '{ homes { town } }',
      data: { homes: [{ town: 'Ulm' }, { town: 'Bonn' }, { town: 'nowhere' }] },
      fetches: { homes: 1, letters: 1 },
    },
    {
      name: 'brings fields of each implementation',
      query: '{ homes { line } }',
      data: { homes: [{ line: 'Street|Ulm|7' }, { line: 'Box|Bonn|' }, { line: null }] },
      fetches: { homes: 1, letters: 1 },
    },
    {
      name: 'brings them when it starts elsewhere',
      query: '{ sample { line town } }',
      data: { sample: { line: 'Box|Bonn|', town: 'Bonn' } },
      fetches: { letters: 2, homes: 1 },
    },
    {
      name: 'does not mix with what the client asks of the same object',
      query: '{ homes { address { ... on Street { town: number } ... on Box { id } } line } }',
      data: {
        homes: [
          { address: { town: 7 }, line: 'Street|Ulm|7' },
          { address: { id: 'a2' }, line: 'Box|Bonn|' },
          { address: null, line: null },
        ],
      },
    },
  ],
};
