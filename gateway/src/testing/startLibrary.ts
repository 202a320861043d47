import { composeSubgraphs, federationLink } from './composeSubgraphs.ts';
import { startSubgraph, type TestSubgraph } from './startSubgraph.ts';

/** Three subgraphs: `hub` knows which items there are, `books` and `films` know what they are. */
export interface Library {
  readonly hub: TestSubgraph;
  readonly books: TestSubgraph;
  readonly films: TestSubgraph;
  readonly supergraph: string;
  /** Forgets what was received and heals every subgraph. */
  reset(): void;
  stop(): Promise<void>;
}

const hubTypes = `${federationLink}
type Query { items: [Item]  item(ref: ID!): Item  motto: String  shout(text: String!): String }
type Mutation { rename(ref: ID!, title: String!): Item }
interface Item @key(fields: "ref") { ref: ID! @inaccessible  id: ID!  title: String  note: String }
type Book implements Item @key(fields: "ref") {
  ref: ID! @inaccessible  id: ID! @external  title: String @external  pages: Int @external
  note: String @requires(fields: "pages")
}
type Film implements Item @key(fields: "ref") {
  ref: ID! @inaccessible  id: ID! @external  title: String @external
  note: String
}`;

const bookTypes = `${federationLink}
type Query { books: [Book]  latestBook: Book }
enum Cover { HARD SOFT }
type Author { name: String }
type Book @key(fields: "ref") {
  ref: ID! @inaccessible  id: ID!  title: String  pages: Int  inPrint: Boolean!  cover: Cover  authors: [Author!]
}`;

const filmTypes = `${federationLink}
type Query { films: [Film] }
type Film @key(fields: "ref") { ref: ID! @inaccessible  id: ID!  title: String  minutes: Int  inPrint: Boolean }`;

export const bookRefs = ['b1', 'b2'];

const book = (ref: string) => ({
  __typename: 'Book',
  ref,
  id: `book-${ref}`,
  title: `Book ${ref}`,
  pages: ref === 'b1' ? 100 : 0,
  inPrint: ref === 'b1',
  cover: 'HARD',
  authors: [{ name: 'Ann' }],
});
const film = (ref: string) => ({
  __typename: 'Film',
  ref,
  id: `film-${ref}`,
  title: `Film ${ref}`,
  minutes: 90,
  inPrint: true,
});

export async function startLibrary(): Promise<Library> {
  const stub = (ref: string) => ({ __typename: ref.startsWith('b') ? 'Book' : 'Film', ref });
  const hub = await startSubgraph('hub', hubTypes, {
    Query: {
      items: () => ['f1', 'b1', 'f2', 'b2'].map(stub),
      item: (_: unknown, { ref }: { ref: string }) => stub(ref),
      motto: () => 'read',
      shout: (_: unknown, { text }: { text: string }) => text.toUpperCase(),
    },
    Mutation: { rename: (_: unknown, { ref }: { ref: string }) => stub(ref) },
    Book: {
      __resolveReference: (reference: object) => reference,
      note: ({ pages }: { pages: number | null }) => (pages === null ? 'length unknown' : `${pages} pages`),
    },
    Film: { __resolveReference: (reference: object) => reference, note: () => 'a film' },
  });
  const books = await startSubgraph('books', bookTypes, {
    Query: { books: () => bookRefs.map(book), latestBook: () => book('b2') },
    Book: { __resolveReference: ({ ref }: { ref: string }) => (ref === 'b0' ? null : book(ref)) },
  });
  const films = await startSubgraph('films', filmTypes, {
    Query: { films: () => ['f1', 'f2'].map(film) },
    Film: { __resolveReference: ({ ref }: { ref: string }) => film(ref) },
  });
  const all = [hub, books, films];
  return {
    hub,
    books,
    films,
    supergraph: composeSubgraphs(all),
    reset() {
      for (const subgraph of all) {
        subgraph.heal();
        subgraph.received.length = 0;
      }
    },
    async stop() {
      await Promise.all(all.map((subgraph) => subgraph.stop()));
    },
  };
}
