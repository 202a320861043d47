import { GraphQLError } from 'graphql';
import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const refuse = () => {
  throw new GraphQLError('no', { extensions: { code: 'CONFLICT' } });
};

/** How far a null goes up when it must not be where it is. */
export const nonNullBubbling: FederationGroup = {
  name: 'nulls where there must be none',
  subgraphs: [
    subgraph(
      'top',
      `type Query { soft: Top  hard: Top!  list: [Top!]  holes: [Top]!  own: Own  pair: Pair }
       type Top @key(fields: "id") { id: ID!  child: Child! }
       type Child @key(fields: "id") { id: ID! }
       type Own { may: Int  must: Int! }
       type Pair { left: Top  right: Top }`,
      {
        Query: {
          soft: () => ({ id: 'good' }),
          hard: () => ({ id: 'bad' }),
          list: () => [{ id: 'good' }, { id: 'bad' }],
          holes: () => [{ id: 'bad' }, { id: 'good' }],
          own: () => ({}),
          pair: () => ({ left: { id: 'bad' }, right: { id: 'good' } }),
        },
        Top: { child: ({ id }) => ({ id }) },
        Own: { may: () => 0, must: refuse },
      },
    ),
    subgraph(
      'low',
      'type Child @key(fields: "id") { id: ID!  must: Int!  may: Int  fine: Int  deep: [Leaf!]! }  type Leaf { n: Int! }',
      {
        Child: {
          __resolveReference: async ({ id }) => ({ id }),
          must: ({ id }) => (id === 'bad' ? refuse() : 0),
          may: ({ id }) => (id === 'bad' ? refuse() : 0),
          fine: () => 0,
          deep: ({ id }) => [{ n: 0 }, { n: id === 'bad' ? null : 1 }],
        },
      },
    ),
  ],
  cases: [
    {
      name: 'go up to the first object that may be null',
      query: '{ pair { left { child { must } } right { child { must } } } }',
      data: { pair: { left: null, right: { child: { must: 0 } } } },
      errors: ['pair.left.child.must CONFLICT'],
    },
    {
      name: 'go up to the root where nothing on the way may be null',
      query: '{ hard { child { must } } }',
      data: null,
      errors: ['hard.child.must CONFLICT'],
    },
    {
      name: 'take the whole list where its elements must not be null',
      query: '{ list { id child { must } } soft { id } }',
      data: { list: null, soft: { id: 'good' } },
      errors: ['list.1.child.must CONFLICT'],
    },
    {
      name: 'take one element where elements may be null',
      query: '{ holes { child { must may } } }',
      data: { holes: [null, { child: { must: 0, may: 0 } }] },
      errors: ['holes.0.child.must CONFLICT'],
    },
    {
      name: 'stay where they are in fields that may be null',
      query: '{ holes { child { may id } } }',
      data: { holes: [{ child: { may: null, id: 'bad' } }, { child: { may: 0, id: 'good' } }] },
      errors: ['holes.0.child.may CONFLICT'],
    },
    {
      name: 'go up within the answer of one subgraph',
      query: '{ own { may must } soft { id } }',
      data: { own: null, soft: { id: 'good' } },
      errors: ['own.must CONFLICT'],
    },
    {
      name: 'go up through lists of objects without a key',
      query: '{ pair { left { child { deep { n } } } right { child { deep { n } } } } }',
      data: { pair: { left: null, right: { child: { deep: [{ n: 0 }, { n: 1 }] } } } },
      errors: ['pair.left.child.deep.1.n INTERNAL_SERVER_ERROR'],
    },
    {
      name: 'leave alone what did not ask for the field',
      query: '{ hard { child { may } } own { may } }',
      data: { hard: { child: { may: null } }, own: { may: 0 } },
      errors: ['hard.child.may CONFLICT'],
    },
    {
      name: 'hold for a field only where it is asked for, though the entity is the same',
      query: '{ a: pair { left { child { must } } } b: pair { left { child { may } } } }',
      data: { a: { left: null }, b: { left: { child: { may: null } } } },
      errors: ['a.left.child.must CONFLICT', 'b.left.child.may CONFLICT'],
    },
    {
      name: 'do not take what stands under another alias of the same entity',
      query: '{ a: pair { left { child { must } } } b: pair { left { child { fine } } } }',
      data: { a: { left: null }, b: { left: { child: { fine: 0 } } } },
      errors: ['a.left.child.must CONFLICT'],
    },
    {
      name: 'do not take what stands under another alias of the same object',
      query: '{ x: own { must } y: own { may } }',
      data: { x: null, y: { may: 0 } },
      errors: ['x.must CONFLICT'],
    },
  ],
};
