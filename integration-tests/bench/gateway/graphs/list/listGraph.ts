import type { BenchGraph, BenchSubgraph } from '../benchGraph.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable"])';

/** Agency and the type of its matters. */
const agencies = [
  ['aid', 'AidMatter'],
  ['notary', 'NotaryMatter'],
  ['mediation', 'MediationMatter'],
] as const;

/** What an agency says of each of its matters; nullable, as another subgraph may be down. */
const AGENCY_FIELDS = 'number: String  title: String  status: String  fee: Int  clerk: Clerk';

interface Matter {
  readonly __typename: string;
  readonly id: string;
}

/** The `index`th of all matters: each agency has every third. */
const matterAt = (index: number): Matter => ({
  __typename: agencies[index % agencies.length]?.[1] as string,
  id: `M-${String(index).padStart(6, '0')}`,
});
const indexOf = ({ id }: Matter) => Number(id.slice(2));

const hub: BenchSubgraph = {
  name: 'hub',
  typeDefs: `${LINK}
    type Query { matters(first: Int!): [Matter!]! }
    interface Matter { id: ID!  thread: String!  openedOn: String! }
    ${agencies
      .map(
        ([, type]) =>
          `type ${type} implements Matter @key(fields: "id") { id: ID!  thread: String!  openedOn: String! }`,
      )
      .join('\n')}`,
  resolvers: {
    Query: {
      matters: (_: unknown, { first }: { first: number }) =>
        Array.from({ length: first }, (_, index) => {
          const day = String(1 + (index % 28)).padStart(2, '0');
          return { ...matterAt(index), thread: `CT-${Math.floor(index / 3)}`, openedOn: `2026-03-${day}` };
        }),
    },
  },
};

/** A hub that lists matters, and the agencies that say what is in them: the shape of this project's own graph. */
export const listGraph: BenchGraph = {
  name: 'list',
  subgraphs: [
    hub,
    ...agencies.map(
      ([name, type]): BenchSubgraph => ({
        name,
        typeDefs: `${LINK}
          interface Matter { id: ID!  ${AGENCY_FIELDS} }
          type ${type} implements Matter @key(fields: "id") { id: ID!  ${AGENCY_FIELDS} }
          type Clerk @shareable { name: String!  office: String! }`,
        resolvers: {
          [type]: {
            __resolveReference: (matter: Matter) => {
              const index = indexOf(matter);
              return {
                ...matter,
                number: `(2026)-${name}-${index}`,
                title: `Matter ${index} of a sample person`,
                status: ['OPEN', 'DECIDED', 'CLOSED'][index % 3],
                fee: index % 5 === 0 ? null : index % 900,
                clerk: { name: `Clerk ${index % 40}`, office: `Office ${index % 12}` },
              };
            },
          },
        },
      }),
    ),
  ],
};

/** The body of a request for the first so many matters. */
export function listMatters(first: number): string {
  return JSON.stringify({
    query: `query Matters($first: Int!) {
      matters(first: $first) { id thread openedOn number title status fee clerk { name office } }
    }`,
    variables: { first },
  });
}
