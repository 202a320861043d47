import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const files = [{ __typename: 'File', id: 'f1', name: 'a.txt', size: 0 }];
const folders = [{ __typename: 'Folder', id: 'd1', name: 'home', files: [{ __typename: 'File', id: 'f1' }] }];

/** `node` answers with stubs: only the key is known there. */
export const node: FederationGroup = {
  name: 'a lookup that knows of nodes nothing but the key',
  subgraphs: [
    subgraph(
      'lookup',
      `type Query { node(id: ID!): Node  nodes(ids: [ID!]!): [Node]! }
       interface Node { id: ID! }
       type File implements Node @key(fields: "id") { id: ID! }
       type Folder implements Node @key(fields: "id") { id: ID! }`,
      {
        Query: {
          node: (_, { id }) => ({ __typename: id.startsWith('f') ? 'File' : 'Folder', id }),
          nodes: (_, { ids }) =>
            ids.map((id: string) =>
              id === '' ? null : { __typename: id.startsWith('f') ? 'File' : 'Folder', id },
            ),
        },
      },
    ),
    subgraph('files', 'type File @key(fields: "id") { id: ID!  name: String  size: Int }', {
      File: { __resolveReference: find(files) },
    }),
    subgraph(
      'folders',
      `type Folder @key(fields: "id") { id: ID!  name: String  files: [File!] }
       type File @key(fields: "id", resolvable: false) { id: ID! }`,
      { Folder: { __resolveReference: find(folders) } },
    ),
  ],
  cases: [
    {
      name: 'leads to the subgraph of the type',
      query: '{ node(id: "f1") { id ... on File { name } ... on Folder { name } } }',
      data: { node: { id: 'f1', name: 'a.txt' } },
      fetches: { lookup: 1, files: 1 },
    },
    {
      name: 'leads through two subgraphs',
      query: '{ node(id: "d1") { ... on Folder { name files { name size } } } }',
      data: { node: { name: 'home', files: [{ name: 'a.txt', size: 0 }] } },
      fetches: { lookup: 1, folders: 1, files: 1 },
    },
    {
      name: 'leads to several subgraphs from one list with holes in it',
      query: `query ($ids: [ID!]!) {
        nodes(ids: $ids) { __typename ... on File { size } ... on Folder { files { size } } }
      }`,
      variables: { ids: ['f1', '', 'd1', 'f1'] },
      data: {
        nodes: [
          { __typename: 'File', size: 0 },
          null,
          { __typename: 'Folder', files: [{ size: 0 }] },
          { __typename: 'File', size: 0 },
        ],
      },
      representations: { folders: [{ __typename: 'Folder', id: 'd1' }] },
    },
    {
      name: 'needs nobody else for the key and the type',
      query: '{ node(id: "nowhere") { __typename id } }',
      data: { node: { __typename: 'Folder', id: 'nowhere' } },
      fetches: { lookup: 1 },
    },
  ],
};
