import { describe, expect, it } from '@jest/globals';
import { Kind, parse } from 'graphql';
import { readJoinFacts } from '../supergraph/joinFacts.ts';
import { conflictingName } from './conflictingName.ts';

const facts = readJoinFacts(
  parse(`
    enum join__Graph { HUB @join__graph(name: "hub", url: "")  BOOKS @join__graph(name: "books", url: "") }
    type Query { item: Item  items: [Item] }
    union Item = Book | Film
    type Book { id: ID!  size: Int  price: Int!  tags: [String]  cover: Picture  maker: Author  also: [Author]
      title: String @join__field(graph: HUB) @join__field(graph: BOOKS, type: "String!") }
    type Film { id: ID!  size: String  price: Int  tags: String  cover: Picture  maker: Studio
      title: String @join__field(graph: HUB) @join__field(graph: BOOKS) }
    type Author { name: String  age: Int  place: Place }
    type Studio { name: String!  age: Int  place: Place }
    type Place { zip: String  code: Int }
    enum Picture { SMALL LARGE }`),
);

function conflict(operation: string, subgraph = 'hub'): string | null {
  const [first] = parse(operation).definitions;
  if (first?.kind !== Kind.OPERATION_DEFINITION) throw new Error('no operation');
  return conflictingName([{ set: first.selectionSet, type: 'Query' }], subgraph, facts);
}
const onBoth = (book: string, film: string) =>
  conflict(`{ item { ... on Book { ${book} } ... on Film { ${film} } } }`);

describe('a name conflicts where it stands for', () => {
  it('leaves of different types', () => {
    expect(onBoth('size', 'size')).toBe('size');
    expect(onBoth('id', 'id: size')).toBe('id');
    expect(onBoth('cover', 'cover: id')).toBe('cover');
  });

  it('values that may be null and values that may not', () => {
    expect(onBoth('price', 'price')).toBe('price');
  });

  it('a list and a single value', () => {
    expect(onBoth('tags', 'tags')).toBe('tags');
    expect(onBoth('made: also { age }', 'made: maker { age }')).toBe('made');
  });

  it('an object and a leaf', () => {
    expect(onBoth('maker { age }', 'maker: size')).toBe('maker');
  });

  it('objects in which a name conflicts, however deep', () => {
    expect(onBoth('maker { name }', 'maker { name }')).toBe('name');
    expect(onBoth('maker { place { zip } }', 'maker { place { zip: code } }')).toBe('zip');
  });

  it('things in one type too, on two ways to the same object', () => {
    expect(conflict('{ item { ... on Book { x: size } } item { ... on Book { x: title } } }')).toBe('x');
  });

  it('types that differ in the subgraph that is asked, though not in the supergraph', () => {
    const titles = '{ item { ... on Book { title } ... on Film { title } } }';
    expect(conflict(titles, 'hub')).toBeNull();
    expect(conflict(titles, 'books')).toBe('title');
  });
});

describe('a name does not conflict where', () => {
  it('both are of one shape, objects of whatever type', () => {
    expect(onBoth('id cover maker { age }', 'id cover maker { age }')).toBeNull();
  });

  it('the names differ', () => {
    expect(onBoth('size', '_a0: size')).toBeNull();
  });

  it('the places differ', () => {
    expect(conflict('{ item { ... on Book { size } } items { ... on Film { size } } }')).toBeNull();
  });

  it('nothing is known of a field', () => {
    expect(onBoth('__typename', '__typename: unknown')).toBeNull();
  });
});
