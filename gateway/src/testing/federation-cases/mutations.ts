import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const log: string[] = [];
const note = (entry: string) => {
  log.push(entry);
  return log.join(' ');
};

export const mutations: FederationGroup = {
  name: 'mutations',
  reset: () => {
    log.length = 0;
  },
  subgraphs: [
    subgraph(
      'inks',
      `type Query { log: String }
       type Mutation { ink(word: String!): String  draw(id: ID!): Sketch  fail: String }
       type Sketch @key(fields: "id") { id: ID!  lines: Int }`,
      {
        Query: { log: () => log.join(' ') },
        Mutation: {
          ink: async (_, { word }) => {
            await new Promise((resolve) => setTimeout(resolve, 5));
            return note(word);
          },
          draw: (_, { id }) => {
            note(`draw-${id}`);
            return { id, lines: 3 };
          },
          fail: () => {
            note('fail');
            throw new Error('no ink');
          },
        },
      },
    ),
    subgraph(
      'papers',
      `type Mutation { fold(word: String!): String  tear: Boolean! }
       type Sketch @key(fields: "id") { id: ID!  size: String  seen: String }`,
      {
        Mutation: {
          fold: (_, { word }) => note(word),
          tear: () => {
            note('tear');
            return false;
          },
        },
        Sketch: { __resolveReference: ({ id }) => ({ id, size: 'A4', seen: log.join(' ') }) },
      },
    ),
  ],
  cases: [
    {
      name: 'run one after the other, over subgraphs and in their order',
      query:
        'mutation { a: ink(word: "1") b: fold(word: "2") c: ink(word: "3") d: ink(word: "4") e: fold(word: "5") }',
      data: { a: '1', b: '1 2', c: '1 2 3', d: '1 2 3 4', e: '1 2 3 4 5' },
      fetches: { inks: 2, papers: 2 },
    },
    {
      name: 'run the same field twice under two aliases',
      query: 'mutation { first: fold(word: "x") second: fold(word: "x") }',
      data: { first: 'x', second: 'x x' },
      fetches: { papers: 1 },
    },
    {
      name: 'run a field once that is named twice',
      query: 'mutation { fold(word: "x") ...More } fragment More on Mutation { fold(word: "x") }',
      data: { fold: 'x' },
      fetches: { papers: 1 },
    },
    {
      name: 'give entities, whose other fields are asked for before the next mutation',
      query: 'mutation { draw(id: "k1") { lines size seen } fold(word: "after") }',
      data: { draw: { lines: 3, size: 'A4', seen: 'draw-k1' }, fold: 'draw-k1 after' },
      fetches: { inks: 1, papers: 2 },
    },
    {
      name: 'ask for an entity again that an earlier mutation has changed',
      query: 'mutation { a: draw(id: "k1") { seen } fold(word: "x") b: draw(id: "k1") { seen } }',
      data: { a: { seen: 'draw-k1' }, fold: 'draw-k1 x', b: { seen: 'draw-k1 x draw-k1' } },
      fetches: { inks: 2, papers: 3 },
    },
    {
      name: 'go on after one that failed',
      query: 'mutation { fail fold(word: "z") tear }',
      data: { fail: null, fold: 'fail z', tear: false },
      errors: ['fail INTERNAL_SERVER_ERROR'],
    },
    {
      name: 'take variables and conditions',
      query:
        'mutation ($word: String!, $no: Boolean!) { ink(word: $word) fold(word: $word) @include(if: $no) }',
      variables: { word: 'v', no: false },
      data: { ink: 'v' },
      fetches: { inks: 1 },
    },
    {
      name: 'know the name of their root',
      query: 'mutation { __typename tear }',
      data: { __typename: 'Mutation', tear: false },
      fetches: { papers: 1 },
    },
    {
      name: 'are chosen by name among other operations',
      query: 'query Read { log } mutation Write { ink(word: "w") }',
      operationName: 'Write',
      data: { ink: 'w' },
      fetches: { inks: 1 },
    },
    {
      name: 'are not tried again when the subgraph cannot be read',
      query: 'mutation { ink(word: "1") fold(word: "2") }',
      broken: ['inks'],
      data: { ink: null, fold: '2' },
      errors: ['ink AGENCY_BAD_RESPONSE'],
      fetches: { inks: 1, papers: 1 },
    },
  ],
};
