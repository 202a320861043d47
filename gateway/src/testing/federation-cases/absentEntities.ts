import { GraphQLError } from 'graphql';
import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const ids = ['known', 'unknown', 'failing', 'forbidden'];
const refuse = (code: string) => {
  throw new GraphQLError(`refused with ${code}`, { extensions: { code } });
};

/** Null alone means that there is no such entity; null beside an error, that it could not be read. */
export const absentEntities: FederationGroup = {
  name: 'entities that are absent and entities that fail',
  subgraphs: [
    subgraph(
      'list',
      `type Query { things: [Thing!]!  thing(id: ID!): Thing  strict: [Strict!]!  holder: Holder }
       type Thing @key(fields: "id") { id: ID! }
       type Strict @key(fields: "id") { id: ID! }
       type Holder { thing: Thing  strict: Strict }`,
      {
        Query: {
          things: () => ids.map((id) => ({ id })),
          thing: (_, { id }) => ({ id }),
          strict: () => [{ id: 'known' }, { id: 'known' }],
          holder: () => ({ thing: { id: 'failing' }, strict: { id: 'unknown' } }),
        },
      },
    ),
    subgraph(
      'detail',
      `type Thing @key(fields: "id") { id: ID!  title: String  size: Int  owner: Owner  bad: Int  badList: [Int] }
       type Strict @key(fields: "id") { id: ID!  must: String!  may: String }
       type Owner @key(fields: "id") { id: ID! }`,
      {
        Thing: {
          __resolveReference: async ({ id }) =>
            id === 'unknown'
              ? null
              : id === 'failing'
                ? refuse('AGENCY_TIMEOUT')
                : id === 'forbidden'
                  ? refuse('UNAUTHORIZED_FIELD_OR_TYPE')
                  : { id, title: 'Title', size: 0, owner: { id: 'o1' } },
          bad: () => refuse('CONFLICT'),
          badList: () => [1, new GraphQLError('second', { extensions: { code: 'CONFLICT' } }), 3],
        },
        Strict: { __resolveReference: ({ id }) => (id === 'known' ? { id, must: 'must', may: null } : null) },
      },
    ),
    subgraph(
      'owners',
      `type Owner @key(fields: "id") { id: ID!  name: String }
       type Thing @key(fields: "id") { id: ID!  size: Int @external  label: String @requires(fields: "size") }`,
      {
        Owner: { __resolveReference: ({ id }) => ({ id, name: 'Olga' }) },
        Thing: {
          __resolveReference: (reference) => reference,
          label: ({ size }) => (size === null ? 'no size' : `size ${size}`),
        },
      },
    ),
  ],
  cases: [
    {
      name: 'are told apart: null without and null with an error',
      query: '{ things { id title } }',
      data: {
        things: [
          { id: 'known', title: 'Title' },
          { id: 'unknown', title: null },
          { id: 'failing', title: null },
          { id: 'forbidden', title: null },
        ],
      },
      errors: ['things.2 AGENCY_TIMEOUT', 'things.3 UNAUTHORIZED_FIELD_OR_TYPE'],
      fetches: { list: 1, detail: 1 },
    },
    {
      name: 'have their error at every place where they stand',
      query:
        '{ a: thing(id: "failing") { title } b: thing(id: "failing") { size } c: thing(id: "known") { size } }',
      data: { a: { title: null }, b: { size: null }, c: { size: 0 } },
      errors: ['a AGENCY_TIMEOUT', 'b AGENCY_TIMEOUT'],
    },
    {
      name: 'keep other fields when one field fails',
      query: '{ thing(id: "known") { title bad size } }',
      data: { thing: { title: 'Title', bad: null, size: 0 } },
      errors: ['thing.bad CONFLICT'],
    },
    {
      name: 'keep other elements when one element of a list fails, under an alias',
      query: '{ thing(id: "known") { list: badList } }',
      data: { thing: { list: [1, null, 3] } },
      errors: ['thing.list.1 CONFLICT'],
    },
    {
      name: 'lead nowhere from there',
      query: '{ things { owner { name } } }',
      data: { things: [{ owner: { name: 'Olga' } }, { owner: null }, { owner: null }, { owner: null }] },
      errors: ['things.2 AGENCY_TIMEOUT', 'things.3 UNAUTHORIZED_FIELD_OR_TYPE'],
      fetches: { list: 1, detail: 1, owners: 1 },
    },
    {
      name: 'still exist for another subgraph which goes on with null for what could not be read',
      query: '{ thing(id: "failing") { label title } }',
      data: { thing: { label: 'no size', title: null } },
      errors: ['thing AGENCY_TIMEOUT'],
    },
    {
      name: 'do not exist for another subgraph either when the one that has the required field says so',
      query: '{ thing(id: "unknown") { id label } }',
      data: { thing: { id: 'unknown', label: null } },
      fetches: { list: 1, detail: 1 },
    },
    {
      name: 'take away the object when a field of theirs must not be null',
      query: '{ holder { strict { must } thing { id } } }',
      data: { holder: { strict: null, thing: { id: 'failing' } } },
    },
    {
      name: 'take away nothing when no field must be there',
      query: '{ holder { strict { id may } } }',
      data: { holder: { strict: { id: 'unknown', may: null } } },
    },
    {
      name: 'are one question and one answer when they are there twice',
      query: '{ strict { must may id } }',
      data: {
        strict: [
          { must: 'must', may: null, id: 'known' },
          { must: 'must', may: null, id: 'known' },
        ],
      },
      fetches: { list: 1, detail: 1 },
      representations: { detail: [{ __typename: 'Strict', id: 'known' }] },
    },
    {
      name: 'have an error each when the subgraph cannot be read',
      query: '{ a: thing(id: "known") { id title } things { id size } }',
      broken: ['detail'],
      data: {
        a: { id: 'known', title: null },
        things: ids.map((id) => ({ id, size: null })),
      },
      errors: [
        'a AGENCY_BAD_RESPONSE',
        'things.0 AGENCY_BAD_RESPONSE',
        'things.1 AGENCY_BAD_RESPONSE',
        'things.2 AGENCY_BAD_RESPONSE',
        'things.3 AGENCY_BAD_RESPONSE',
      ],
    },
  ],
};
