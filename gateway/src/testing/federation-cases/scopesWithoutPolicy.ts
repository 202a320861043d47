import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [{ id: 'd1', title: 'Open', body: 'Members only' }];

/** What every planner can serve: `@policy` is the part that not all know. */
export const scopesWithoutPolicy: FederationGroup = {
  name: '@authenticated and @requiresScopes without @policy',
  subgraphs: [
    subgraph(
      'documents',
      `type Query { document: Document }
       type Document @key(fields: "id") { id: ID!  title: String  body: String @requiresScopes(scopes: [["read:body"]]) }`,
      { Query: { document: () => rows[0] }, Document: { __resolveReference: find(rows) } },
    ),
    subgraph(
      'pages',
      'type Document @key(fields: "id") { id: ID!  pages: Int  notes: String @authenticated }',
      { Document: { __resolveReference: ({ id }) => ({ id, pages: 0 }) } },
    ),
  ],
  cases: [
    {
      name: 'let pass what needs no permission',
      query: '{ document { title pages } }',
      data: { document: { title: 'Open', pages: 0 } },
      fetches: { documents: 1, pages: 1 },
    },
  ],
};
