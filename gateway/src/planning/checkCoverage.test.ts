import { describe, expect, it } from '@jest/globals';
import { buildSchema, Kind, parse, type SelectionSetNode } from 'graphql';
import { readJoinFacts } from '../supergraph/joinFacts.ts';
import { checkCoverage } from './checkCoverage.ts';
import type {
  EntityFetchNode,
  PlanNode,
  PlanPath,
  RequiredSelection,
  Rewrite,
  RootFetchNode,
} from './queryPlan.ts';

/** `media` knows the interface as an object, `films` knows one of its types only. */
const supergraph = `
  enum join__Graph {
    BOOKS @join__graph(name: "books", url: "")
    FILMS @join__graph(name: "films", url: "")
    MEDIA @join__graph(name: "media", url: "")
  }
  type Query { item: Item  items: [Item]  book: Book }
  interface Item @join__type(graph: BOOKS, key: "id") @join__type(graph: FILMS, key: "id") @join__type(graph: MEDIA, key: "id", isInterfaceObject: true) {
    id: ID!  title: String  stars: Int
  }
  type Book implements Item
    @join__implements(graph: BOOKS, interface: "Item") @join__implements(graph: FILMS, interface: "Item")
    @join__type(graph: BOOKS, key: "id") { id: ID!  title: String  stars: Int  pages: Int  author: Author }
  type Film implements Item @join__implements(graph: BOOKS, interface: "Item") @join__type(graph: BOOKS, key: "id") {
    id: ID!  title: String  stars: Int  minutes: Int
  }
  type Author { name: String  born: Int }`;
const facts = readJoinFacts(parse(supergraph));
const schema = buildSchema(supergraph.replaceAll(/@join__\w+\([^)]*\)/g, ''), { assumeValid: true });

function setOf(text: string): SelectionSetNode {
  const [first] = parse(text, { noLocation: true }).definitions;
  if (first?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return first.selectionSet;
}

const root = (subgraph: string, selection: string, changes: Partial<RootFetchNode> = {}): RootFetchNode => ({
  kind: 'RootFetch',
  id: null,
  subgraph,
  operationKind: 'query',
  selectionSet: setOf(selection),
  variables: [],
  outputRewrites: [],
  path: [],
  ...changes,
});

const fragment = (on: string | null): RequiredSelection => ({ kind: 'Fragment', on, selections: [] });

const entities = (
  path: PlanPath,
  on: string | null,
  selection: string,
  outputRewrites: readonly Rewrite[] = [],
): EntityFetchNode => ({
  kind: 'EntityFetch',
  ids: [],
  subgraph: 'books',
  questions: [
    {
      paths: [path],
      requires: [fragment(on)],
      selectionSet: setOf(selection),
      variables: [],
      inputRewrites: [],
      outputRewrites,
      contextRewrites: [],
    },
  ],
});

const missing = (source: string, ...nodes: PlanNode[]) =>
  checkCoverage(source, { node: { kind: 'Sequence', nodes } }, { schema, facts });

const rename = (from: string, renameTo: string): Rewrite => ({
  kind: 'KeyRenamer',
  path: [{ key: from }],
  renameTo,
});

describe('a complete plan', () => {
  it('misses nothing, whatever fetch brings what', () => {
    expect(missing('{ book { id title pages } }', root('books', '{ book { id title pages } }'))).toEqual([]);
    expect(
      missing(
        '{ items { title stars } }',
        root('media', '{ items { __typename id stars } }'),
        entities([{ key: 'items' }, '@'], 'Item', '{ ... on Item { title } }'),
      ),
    ).toEqual([]);
  });

  it('need not ask of a type what is selected on another one', () => {
    expect(
      missing(
        '{ item { ... on Book { pages } ... on Film { minutes } } }',
        root('books', '{ item { ... on Book { pages } ... on Film { minutes } } }'),
      ),
    ).toEqual([]);
  });

  it('need not bring types that the subgraph cannot answer with', () => {
    // films knows no Film: it implements nothing there.
    expect(missing('{ item { title } }', root('films', '{ item { ... on Book { title } } }'))).toEqual([]);
  });

  it('may bring things under names that are set right afterwards', () => {
    expect(
      missing(
        '{ book { _a0: title } }',
        root('books', '{ book { other: title } }', { outputRewrites: [rename('other', '_a0')] }),
      ),
    ).toEqual([]);
    expect(
      missing(
        '{ book { id pages } }',
        root('books', '{ book { id } }'),
        entities([{ key: 'book' }], 'Book', '{ ... on Book { x: pages } }', [rename('x', 'pages')]),
      ),
    ).toEqual([]);
  });

  it('need not ask for __typename where only that is selected', () => {
    expect(missing('{ book { __typename } }', root('books', '{ book { id } }'))).toEqual([]);
  });
});

describe('what is missing is named with its place and type where', () => {
  it('no fetch asks for a field', () => {
    expect(
      missing('{ book { id author { name born } } }', root('books', '{ book { id author { name } } }')),
    ).toEqual(['/Query.book/Book.author/Author.born']);
  });

  it('no fetch asks for an object, of which what is in it is not told', () => {
    expect(missing('{ book { id author { name born } } }', root('books', '{ book { id } }'))).toEqual([
      '/Query.book/Book.author',
    ]);
    expect(checkCoverage('{ book { id } item { id } }', { node: null }, { schema, facts })).toEqual([
      '/Query.book',
      '/Query.item',
    ]);
  });

  it('a field is asked of one type that may stand there, and not of another', () => {
    expect(missing('{ item { title } }', root('books', '{ item { ... on Book { title } } }'))).toEqual([
      '/Query.item/Film.title',
    ]);
  });

  it('an interface object brings any type, and what follows is asked of one of them only', () => {
    const media = root('media', '{ items { __typename id stars } }');
    const path = [{ key: 'items' }, '@'] as const;
    const wanted = '{ items { title stars } }';
    expect(missing(wanted, media, entities(path, 'Book', '{ ... on Book { title } }'))).toEqual([
      '/Query.items/Film.title',
    ]);
    const ofTypes = [...path, { types: ['Film'] }];
    expect(missing(wanted, media, entities(ofTypes, 'Item', '{ ... on Item { title } }'))).toEqual([
      '/Query.items/Book.title',
    ]);
  });

  it('entities are asked for that the representations are not of', () => {
    expect(
      missing(
        '{ item { title } }',
        root('books', '{ item { id } }'),
        entities([{ key: 'item' }], 'Book', '{ ... on Item { title } }'),
      ),
    ).toEqual(['/Query.item/Film.title']);
  });

  it('entities are asked for at another place than the client selected', () => {
    expect(
      missing(
        '{ book { id pages } }',
        root('books', '{ book { id } }'),
        entities([{ key: 'item' }], 'Book', '{ ... on Book { pages } }'),
      ),
    ).toEqual(['/Query.book/Book.pages']);
  });

  it('a field is brought under a name that nobody sets right', () => {
    expect(missing('{ book { pages } }', root('books', '{ book { x: pages } }'))).toEqual([
      '/Query.book/Book.pages',
    ]);
  });
});

it('takes operations for complete whose root the schema does not have', () => {
  expect(checkCoverage('mutation { rename }', { node: null }, { schema, facts })).toEqual([]);
});
