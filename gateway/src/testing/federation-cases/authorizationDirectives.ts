import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [{ id: 'd1', title: 'Open', body: 'Members only', owner: 'u1' }];

/** These cases ask for what needs no permission; who may see the rest is not a matter of federation. */
export const authorizationDirectives: FederationGroup = {
  name: '@authenticated, @requiresScopes and @policy in the supergraph',
  subgraphs: [
    subgraph(
      'documents',
      `type Query { document: Document  drafts: [Document!] @authenticated }
       type Document @key(fields: "id") { id: ID!  title: String  body: String @requiresScopes(scopes: [["read:body"], ["admin"]]) }`,
      {
        Query: { document: () => rows[0], drafts: () => rows },
        Document: { __resolveReference: find(rows) },
      },
    ),
    subgraph(
      'owners',
      `type Document @key(fields: "id") { id: ID!  owner: Owner  pages: Int }
       type Owner @key(fields: "id") { id: ID!  phone: String @policy(policies: [["staff"]])  name: String }
       enum Hidden @authenticated { X }`,
      { Document: { __resolveReference: ({ id }) => ({ id, pages: 0, owner: { id: 'u1', name: 'Olga' } }) } },
    ),
  ],
  cases: [
    {
      name: 'let pass what needs no permission',
      query: '{ document { id title pages owner { name } } }',
      data: { document: { id: 'd1', title: 'Open', pages: 0, owner: { name: 'Olga' } } },
      fetches: { documents: 1, owners: 1 },
    },
    {
      name: 'are not shown to clients',
      query: '{ __type(name: "requiresScopes__Scope") { name } __typename }',
      data: { __type: null, __typename: 'Query' },
    },
  ],
};
