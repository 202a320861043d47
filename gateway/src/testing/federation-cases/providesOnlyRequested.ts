import type { FederationGroup } from './federationGroup.ts';
import { find, subgraph } from './subgraph.ts';

const rows = [
  { id: 'e1', name: 'One', text: 'first' },
  { id: 'e2', name: 'Two', text: 'second' },
];
const asked = (what: string) => () => {
  throw new Error(`${what} is provided and must not be asked for`);
};

/** The owner throws where it is asked for something that was provided. */
export const providesOnlyRequested: FederationGroup = {
  name: '@provides of some of the fields that are asked for',
  subgraphs: [
    subgraph(
      'owner',
      `type Entry @key(fields: "id") { id: ID!  name: String @shareable  text: String @shareable  extra: Int }`,
      { Entry: { __resolveReference: find(rows), name: asked('name'), text: asked('text'), extra: () => 0 } },
    ),
    subgraph(
      'list',
      `type Query { entries: [Entry!] @provides(fields: "name text")  entry: Entry @provides(fields: "name") }
       type Entry @key(fields: "id") { id: ID!  name: String @external  text: String @external }`,
      { Query: { entries: () => rows, entry: () => rows[1] } },
    ),
  ],
  cases: [
    {
      name: 'asks the owner for nothing when all is provided',
      query: '{ entries { name text } }',
      data: {
        entries: [
          { name: 'One', text: 'first' },
          { name: 'Two', text: 'second' },
        ],
      },
      fetches: { list: 1 },
    },
    {
      name: 'asks the owner for the rest alone',
      query: '{ entry { name extra } entries { text extra } }',
      data: {
        entry: { name: 'Two', extra: 0 },
        entries: [
          { text: 'first', extra: 0 },
          { text: 'second', extra: 0 },
        ],
      },
    },
    {
      name: 'asks the owner where this path does not provide it',
      query: '{ entry { text } }',
      data: { entry: { text: null } },
      errors: ['entry.text INTERNAL_SERVER_ERROR'],
      fetches: { list: 1, owner: 1 },
    },
  ],
};
