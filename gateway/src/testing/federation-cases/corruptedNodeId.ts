import type { FederationGroup } from './federationGroup.ts';
import { find, type Row, subgraph } from './subgraph.ts';

const pages = [{ __typename: 'Page', id: 'p1', text: 'one' }];
const notes = [{ __typename: 'Note', id: 'n1', pageId: 'p1', ink: 'blue' }];
const byId =
  (rows: readonly Row[]) =>
  (_: Row, { id }: Row) =>
    rows.find((row) => row.id === id) ?? null;

/** Both subgraphs can look up a node, and one of them may not be believed about the id of a `Note`. */
export const corruptedNodeId: FederationGroup = {
  name: 'a shared lookup of nodes of which one subgraph does not own the id',
  subgraphs: [
    subgraph(
      'paper',
      `type Query { node(id: ID!): Node @shareable  page(id: ID!): Page }
       interface Node { id: ID! }
       type Page implements Node @key(fields: "id") { id: ID!  text: String }
       type Note implements Node @key(fields: "id") { id: ID! @external  page: Page }`,
      {
        Query: { node: byId([...pages, { ...notes[0], id: 'n1' }]), page: byId(pages) },
        Page: { __resolveReference: find(pages) },
        Note: { __resolveReference: find(notes), page: () => pages[0] },
      },
      '2.3',
    ),
    subgraph(
      'pens',
      `type Query { node(id: ID!): Node @shareable  note(id: ID!): Note }
       interface Node { id: ID! }
       type Page implements Node @key(fields: "id") { id: ID!  notes: [Note!]! }
       type Note implements Node @key(fields: "id") { id: ID!  ink: String }`,
      {
        Query: { node: byId([...pages, ...notes]), note: byId(notes) },
        Page: { __resolveReference: find(pages), notes: () => notes },
        Note: { __resolveReference: find(notes) },
      },
      '2.3',
    ),
  ],
  cases: [
    {
      name: 'gives a node by either subgraph',
      query: '{ node(id: "p1") { __typename id } }',
      data: { node: { __typename: 'Page', id: 'p1' } },
    },
    {
      name: 'gives fields of a node from both subgraphs',
      query: '{ node(id: "n1") { id ... on Note { ink page { id text } } } }',
      data: { node: { id: 'n1', ink: 'blue', page: { id: 'p1', text: 'one' } } },
    },
    {
      name: 'goes from one type to the other and back',
      query: '{ page(id: "p1") { notes { id ink page { text notes { id } } } } }',
      data: { page: { notes: [{ id: 'n1', ink: 'blue', page: { text: 'one', notes: [{ id: 'n1' }] } }] } },
    },
    {
      name: 'is null without an error for a node that there is not',
      query: '{ node(id: "x") { id ... on Note { page { id } } } }',
      data: { node: null },
    },
    {
      name: 'looks up two nodes under two aliases',
      query: '{ a: node(id: "n1") { ... on Note { ink } } b: node(id: "p1") { ... on Page { text } } }',
      data: { a: { ink: 'blue' }, b: { text: 'one' } },
    },
    {
      name: 'goes by the owner to the other',
      query: '{ note(id: "n1") { id page { id } } }',
      data: { note: { id: 'n1', page: { id: 'p1' } } },
      fetches: { pens: 1, paper: 1 },
    },
  ],
};
