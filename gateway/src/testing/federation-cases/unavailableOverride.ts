import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const posts = [{ id: 'p1', text: 'Hello' }];

export const unavailableOverride: FederationGroup = {
  name: '@override from a subgraph that there is not',
  subgraphs: [
    subgraph(
      'posts',
      'type Query { post: Post }  type Post @key(fields: "id") { id: ID!  text: String @override(from: "retired") }',
      { Query: { post: () => posts[0] }, Post: { __resolveReference: find(posts) } },
    ),
    subgraph(
      'likes',
      `type Query { liked: Post }
       type Post @key(fields: "id") { id: ID!  likes: Int @override(from: "retired") }`,
      {
        Query: { liked: () => posts[0] },
        Post: { __resolveReference: ({ id }) => ({ id }), likes: () => 0 },
      },
    ),
  ],
  cases: [
    {
      name: 'changes nothing where the field is',
      query: '{ post { text } }',
      data: { post: { text: 'Hello' } },
      fetches: { posts: 1 },
    },
    {
      name: 'changes nothing for those who come from elsewhere',
      query: '{ liked { text likes } post { likes } }',
      data: { liked: { text: 'Hello', likes: 0 }, post: { likes: 0 } },
    },
  ],
};
