import { createHash } from 'node:crypto';
import { composeSubgraphs, federationLink } from './composeSubgraphs.ts';
import { startSubgraph, type TestSubgraph } from './startSubgraph.ts';

/** Two subgraphs with personal data: `people` and their `files`; and a motto and offices, which are nobody's. */
export interface Register {
  readonly people: TestSubgraph;
  readonly files: TestSubgraph;
  readonly supergraph: string;
  reset(): void;
  stop(): Promise<void>;
}

/** Tag of a person of the register. */
export function tagOf(id: string): string {
  return `e1:${createHash('sha256').update(id).digest('base64url')}`;
}

const peopleTypes = `${federationLink}
type Query { me: Person  person(id: ID!): Person  motto: String @tag(name: "public") }
type Mutation { rename(id: ID!, name: String!): Person  ring: String @tag(name: "public") }
type Person @key(fields: "id") { id: ID!  name: String  phone: String }`;

const fileTypes = `${federationLink}
type Query { file(no: ID!): File  offices: [Office!] @tag(name: "public") }
type Office { city: String @tag(name: "public") }
type File { no: ID!  title: String  owner: Person }
type Person @key(fields: "id") { id: ID!  files: [File!] }`;

const person = (id: string) => ({ id, name: `Name of ${id}`, phone: '1990000' });
/** The secret file of `p2` is hidden from everybody. */
const filesOf = (id: string) => [{ no: `F-${id}`, title: 'A file', owner: { id } }];

export async function startRegister(): Promise<Register> {
  const people = await startSubgraph(
    'people',
    peopleTypes,
    {
      Query: {
        me: () => person('p1'),
        person: (_: unknown, { id }: { id: string }) => person(id),
        motto: () => 'read',
      },
      Mutation: {
        rename: (_: unknown, { id, name }: { id: string; name: string }) => ({ ...person(id), name }),
        ring: () => 'rung',
      },
      Person: { __resolveReference: ({ id }: { id: string }) => person(id) },
    },
    ({ query, variables }) => {
      if (query.includes('me')) {
        return { subjects: [tagOf('p1')], self: [0], register: [{ subject: 0, disclosure: 'FULL' }] };
      }
      const id = variables?.id as string | undefined;
      return id === undefined
        ? undefined
        : { subjects: [tagOf(id)], register: [{ subject: 0, disclosure: 'MASKED' }] };
    },
  );
  const files = await startSubgraph(
    'files',
    fileTypes,
    {
      Query: {
        file: (_: unknown, { no }: { no: string }) => (no === 'F-p2' ? null : filesOf(no.slice(2))[0]),
        offices: () => [{ city: 'Beijing' }],
      },
      Person: {
        __resolveReference: ({ id }: { id: string }) => ({ id }),
        files: ({ id }: { id: string }) => filesOf(id),
      },
    },
    ({ variables = {} }) => {
      const no = variables.no as string | undefined;
      if (no !== undefined) {
        const id = no.slice(2);
        const disclosure = id === 'p2' ? 'HIDDEN' : 'FULL';
        return {
          subjects: [tagOf(id), tagOf('p9')],
          cases: [{ id: no, disclosure, marks: id === 'p2' ? ['sealed'] : [], subjects: [0, 1] }],
        };
      }
      const [representation] = Object.values(variables).flat() as ({ id?: string } | undefined)[];
      const id = representation?.id;
      return id === undefined
        ? undefined
        : {
            subjects: [tagOf(id)],
            cases: [{ id: `F-${id}`, disclosure: 'MASKED', marks: [], subjects: [0] }],
          };
    },
  );
  return {
    people,
    files,
    supergraph: composeSubgraphs([people, files]),
    reset() {
      for (const subgraph of [people, files]) {
        subgraph.heal();
        subgraph.received.length = 0;
      }
    },
    async stop() {
      await people.stop();
      await files.stop();
    },
  };
}
