import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const works = [
  { __typename: 'Poem', id: '1', title: 'Ode', lines: 50 },
  { __typename: 'Essay', id: '2', title: 'On Time', words: 900 },
];

/** Two subgraphs know the interface as an object, and neither can resolve the other's fields. */
export const interfaceObjectIndirectExtension: FederationGroup = {
  name: 'two subgraphs with an @interfaceObject of one interface',
  subgraphs: [
    subgraph(
      'works',
      `type Query { work: Work }
       interface Work @key(fields: "id") { id: ID!  title: String }
       type Poem implements Work @key(fields: "id") { id: ID!  title: String  lines: Int }
       type Essay implements Work @key(fields: "id") { id: ID!  title: String  words: Int }`,
      {
        Query: { work: () => works[0] },
        Work: { __resolveReference: find(works) },
        Poem: { __resolveReference: find(works) },
        Essay: { __resolveReference: find(works) },
      },
    ),
    subgraph('authors', 'type Work @key(fields: "id") @interfaceObject { id: ID!  author: String }', {
      Work: { __resolveReference: ({ id }) => ({ id, author: `Author of ${id}` }) },
    }),
    subgraph(
      'shelves',
      `type Query { shelf: Shelf }
       type Shelf @key(fields: "id") { id: ID!  works: [Work!] }
       type Work @key(fields: "id") @interfaceObject { id: ID! }`,
      { Query: { shelf: () => ({ id: 's', works: [{ id: '2' }, { id: '1' }] }) } },
    ),
  ],
  cases: [
    {
      name: 'leads from one to the fields of the other',
      query: '{ shelf { works { author } } }',
      data: { shelf: { works: [{ author: 'Author of 2' }, { author: 'Author of 1' }] } },
    },
    {
      name: 'leads from one to the interface and to the other',
      query: '{ shelf { works { id title author } } }',
      data: {
        shelf: {
          works: [
            { id: '2', title: 'On Time', author: 'Author of 2' },
            { id: '1', title: 'Ode', author: 'Author of 1' },
          ],
        },
      },
      fetches: { shelves: 1, works: 1, authors: 1 },
    },
    {
      name: 'leads to implementations and their extension',
      query: '{ shelf { works { ... on Poem { lines author } ... on Essay { words } } } }',
      data: { shelf: { works: [{ words: 900 }, { lines: 50, author: 'Author of 1' }] } },
    },
    {
      name: 'starts at the interface as well',
      query: '{ work { __typename author } }',
      data: { work: { __typename: 'Poem', author: 'Author of 1' } },
      fetches: { works: 1, authors: 1 },
    },
  ],
};
