import type { FederationGroup } from './federationGroup.ts';
import { subgraph } from './subgraph.ts';

const books = [
  { id: 'b1', isbn: 'i1', title: 'One' },
  { id: 'b2', isbn: null, title: 'never found' },
  { id: 'b4', isbn: 'i4', title: 'Four' },
];

/** `desk` knows ids, `titles` knows numbers, and `numbers` is the only way from one to the other. */
export const nullKeys: FederationGroup = {
  name: 'keys that are null or cannot be found out',
  subgraphs: [
    subgraph(
      'desk',
      `type Query { boxes: [Box!]! }
       type Box { book: Book }
       type Book @key(fields: "id") { id: ID! }`,
      {
        Query: { boxes: () => [...['b1', 'b2', 'b3', 'b4'].map((id) => ({ book: { id } })), { book: null }] },
      },
    ),
    subgraph('numbers', 'type Book @key(fields: "id") @key(fields: "isbn") { id: ID!  isbn: ID }', {
      Book: { __resolveReference: ({ id }) => books.find((book) => book.id === id) ?? null },
    }),
    subgraph(
      'titles',
      `type Book @key(fields: "isbn") { isbn: ID  title: String  authors: [Author!]! }
       type Author @key(fields: "name") { name: String! }`,
      {
        Book: {
          __resolveReference: ({ isbn }) => {
            if (isbn === undefined) throw new Error('asked without a key');
            return isbn === null ? null : (books.find((book) => book.isbn === isbn) ?? null);
          },
          authors: ({ title }) => [{ name: `Author of ${title}` }],
        },
      },
    ),
  ],
  cases: [
    {
      name: 'give nulls for what would have to be asked by them',
      query: '{ boxes { book { id title } } }',
      data: {
        boxes: [
          { book: { id: 'b1', title: 'One' } },
          { book: { id: 'b2', title: null } },
          { book: { id: 'b3', title: null } },
          { book: { id: 'b4', title: 'Four' } },
          { book: null },
        ],
      },
      fetches: { desk: 1, numbers: 1, titles: 1 },
    },
    {
      name: 'are shown as null themselves',
      query: '{ boxes { book { isbn } } }',
      data: {
        boxes: [
          { book: { isbn: 'i1' } },
          { book: { isbn: null } },
          { book: { isbn: null } },
          { book: { isbn: 'i4' } },
          { book: null },
        ],
      },
      fetches: { desk: 1, numbers: 1 },
    },
    {
      name: 'take the object away where what they lead to must not be null',
      query: '{ boxes { book { id authors { name } } } }',
      data: {
        boxes: [
          { book: { id: 'b1', authors: [{ name: 'Author of One' }] } },
          { book: null },
          { book: null },
          { book: { id: 'b4', authors: [{ name: 'Author of Four' }] } },
          { book: null },
        ],
      },
    },
  ],
};
