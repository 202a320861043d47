import { GraphQLError } from 'graphql';
import type { FederationGroup } from './federationGroup.ts';
import { type Row, subgraph } from './subgraph.ts';

const fails = () => {
  throw new GraphQLError('not here', { extensions: { code: 'CONFLICT' } });
};
const at = (place: string, id: string) => ({ id, place });

/** What a subgraph says of an entity may depend on the place: by @provides, by time, by an error. */
export const entityByPlace: FederationGroup = {
  name: 'the same entity with other values at other places',
  subgraphs: [
    subgraph(
      'desk',
      `type Query { first: User @provides(fields: "login")  second: User @provides(fields: "login")  third: User  all: [User!]! @provides(fields: "login") }
       type User @key(fields: "id") { id: ID!  login: String @external  local: String  fragile: String!  items: [Item!]! }
       type Item { n: Int  owner: User }`,
      {
        Query: {
          first: () => ({ ...at('first', 'u1'), login: 'first' }),
          second: () => ({ ...at('second', 'u1'), login: 'second' }),
          third: () => at('third', 'u1'),
          all: () => [
            { ...at('all0', 'u1'), login: 'all0' },
            { ...at('all1', 'u1'), login: null },
          ],
        },
        User: {
          local: ({ place }) => (place === 'second' ? fails() : place),
          fragile: ({ place }) => (place === 'first' ? fails() : place),
          items: ({ place }: Row) =>
            Array.from({ length: place === 'first' ? 1 : 2 }, (_, n) => ({
              n,
              owner: at(`${place}-${n}`, 'u1'),
            })),
        },
      },
    ),
    subgraph(
      'people',
      'type User @key(fields: "id") { id: ID!  login: String @shareable  mail: String  chief: User }',
      {
        User: {
          __resolveReference: ({ id }) => ({ id, login: 'owner', mail: `${id}@example.com` }),
          chief: () => ({ id: 'u1', login: 'of the chief', mail: null }),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'keeps what is provided at each place when the rest is fetched once for both',
      query: '{ first { login mail } second { mail login } third { login mail } }',
      data: {
        first: { login: 'first', mail: 'u1@example.com' },
        second: { mail: 'u1@example.com', login: 'second' },
        third: { login: 'owner', mail: 'u1@example.com' },
      },
    },
    {
      name: 'keeps an error at its place',
      query: '{ first { local mail } second { local mail } third { local mail } }',
      data: {
        first: { local: 'first', mail: 'u1@example.com' },
        second: { local: null, mail: 'u1@example.com' },
        third: { local: 'third', mail: 'u1@example.com' },
      },
      errors: ['second.local CONFLICT'],
    },
    {
      name: 'loses at one place what is there at the other',
      query: '{ first { fragile mail } second { fragile mail } }',
      data: { first: null, second: { fragile: 'second', mail: 'u1@example.com' } },
      errors: ['first.fragile CONFLICT'],
    },
    {
      name: 'keeps lists of another length at each place',
      query: '{ first { items { n owner { local mail } } mail } third { items { n owner { local } } mail } }',
      data: {
        first: {
          items: [{ n: 0, owner: { local: 'first-0', mail: 'u1@example.com' } }],
          mail: 'u1@example.com',
        },
        third: {
          items: [
            { n: 0, owner: { local: 'third-0' } },
            { n: 1, owner: { local: 'third-1' } },
          ],
          mail: 'u1@example.com',
        },
      },
    },
    {
      name: 'keeps null beside a value in one list',
      query: '{ all { login local mail } }',
      data: {
        all: [
          { login: 'all0', local: 'all0', mail: 'u1@example.com' },
          { login: null, local: 'all1', mail: 'u1@example.com' },
        ],
      },
    },
    {
      name: 'keeps what its own subgraph says of it within itself',
      query: '{ third { mail chief { mail login chief { mail } } } }',
      data: {
        third: {
          mail: 'u1@example.com',
          chief: { mail: null, login: 'of the chief', chief: { mail: null } },
        },
      },
      fetches: { desk: 1, people: 1 },
    },
  ],
};
