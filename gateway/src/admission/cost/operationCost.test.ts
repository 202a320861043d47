import { describe, expect, it } from '@jest/globals';
import { buildASTSchema, getIntrospectionQuery, type OperationDefinitionNode, parse } from 'graphql';
import { createCostLimit } from './limitCost.ts';

const definitions = (cost = '@cost', listSize = '@listSize') => `
  scalar link__Import
  directive @link(url: String, as: String, import: [link__Import]) repeatable on SCHEMA
  directive ${cost}(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR | INPUT_OBJECT | UNION
  directive ${listSize}(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
  type Query {
    leaf: Int  dear: Int ${cost}(weight: 7)  one: One  many: [One!]!  numbers: [Int]  dearNumbers: [Int] ${cost}(weight: 2)
    heavy: Heavy  colour: Colour  node: Node  either: Either  interfaced: Named
    assumed: [One] ${listSize}(assumedSize: 4)
    sliced(first: Int = 3, last: Int): [One] ${listSize}(slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
    strict(first: Int, last: Int): [One] ${listSize}(slicingArguments: ["first", "last"])
    deep(page: Page): [One] ${listSize}(slicingArguments: ["page.size"], requireOneSlicingArgument: false, assumedSize: 6)
    page(first: Int = 20): Connection ${listSize}(slicingArguments: ["first"], sizedFields: ["edges", "nodes"])
    weighed(a: Int ${cost}(weight: 5), b: Int, filter: Filter, filters: [Filter!], colour: Colour): One
  }
  type Mutation { change: One }
  interface Node { leaf: Int  sub: [One] }
  interface Named { name: Int ${cost}(weight: 3) }
  type Thing implements Named { name: Int }
  type One implements Node { leaf: Int  sub: [One]  again: One }
  type Two implements Node { leaf: Int  sub: [One]  own: Heavy }
  union Either = One | Two
  type Heavy ${cost}(weight: 20) { leaf: Int }
  type Connection { edges: [Edge]  nodes: [One]  total: Int }
  type Edge { node: One }
  enum Colour ${cost}(weight: 2) { RED }
  input Page { size: Int }
  input Filter ${cost}(weight: 1) { text: String ${cost}(weight: 10)  inner: Filter }`;

function createPrice(link: string, sdl = definitions()) {
  const document = parse(`${sdl} extend schema ${link}`, { noLocation: true });
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  const limit = createCostLimit({ maxCost: -1, listSize: 10 });
  limit.load(schema, `schema ${link} { query: Query mutation: Mutation } ${sdl}`);
  return (text: string, variables: Readonly<Record<string, unknown>> = {}, asked = parse(text)): number => {
    const operation = asked.definitions[0] as OperationDefinitionNode;
    try {
      limit.check({ schema, document: asked, operation, variables });
    } catch (error) {
      const cost = /costs (\S+);/.exec((error as Error).message)?.[1];
      if (cost === undefined) throw error;
      return Number(cost);
    }
    throw new Error('nothing is refused');
  };
}

const IMPORTED = '@link(url: "https://specs.apollo.dev/cost/v0.1", import: ["@cost", "@listSize"])';
const price = createPrice(IMPORTED);

describe('an operation costs', () => {
  it.each([
    ['nothing for a leaf', '{ leaf __typename }', 0],
    ['one for an object', '{ one { leaf } }', 1],
    ['what its field weighs', '{ dear }', 7],
    ['what its type weighs', '{ heavy { leaf } }', 20],
    ['what its enum weighs', '{ colour }', 2],
    ['what the field of an interface weighs', '{ interfaced { name } }', 4],
    ['ten times for a list', '{ many { leaf } }', 10],
    ['a hundred times for lists in a list', '{ many { sub { leaf } } }', 10 + 100],
    ['nothing for a list of leaves', '{ numbers }', 0],
    ['each of a list of leaves that weigh', '{ dearNumbers }', 20],
    ['what is assumed of a list', '{ assumed { leaf } }', 4],
    ['as many as are asked for', '{ sliced(first: 8) { leaf } }', 8],
    ['the larger of two slices', '{ sliced(first: 8, last: 9) { leaf } }', 9],
    ['the default of the argument', '{ sliced { leaf } }', 3],
    ['no less than nothing', '{ sliced(first: -8) { leaf } }', 0],
    ['a slice inside an input', '{ deep(page: { size: 5 }) { leaf } }', 5],
    ['what is assumed where the slice is left out', '{ deep(page: {}) { leaf } }', 6],
    [
      'the sized fields of a page',
      '{ page(first: 5) { edges { node { leaf } } nodes { leaf } total } }',
      1 + 10 + 5,
    ],
    [
      'the same through fragments',
      '{ page(first: 5) { ...P } } fragment P on Connection { edges { ...E } } fragment E on Edge { node { leaf } }',
      11,
    ],
    [
      'each page by its own size',
      '{ a: page(first: 5) { ...P } b: page(first: 2) { ...P } } fragment P on Connection { nodes { leaf } }',
      1 + 5 + 1 + 2,
    ],
    [
      'the dearest of the types that may be there',
      '{ either { ... on One { again { leaf } } ... on Two { own { leaf } } } }',
      21,
    ],
    [
      'both where both may apply',
      '{ either { ... on Node { sub { leaf } } ... on Two { own { leaf } } } }',
      1 + 10 + 20,
    ],
    ['what arguments weigh', '{ weighed(a: 1, b: 2) { leaf } }', 6],
    ['what enums in arguments weigh', '{ weighed(colour: RED) { leaf } }', 3],
    [
      'what inputs weigh',
      '{ weighed(filter: { text: "x", inner: { text: "y" } }) { leaf } }',
      1 + 1 + 10 + 1 + 10,
    ],
    ['each of a list of inputs', '{ weighed(filters: [{ text: "x" }, {}]) { leaf } }', 1 + 11 + 1],
    ['ten more for a mutation', 'mutation { change { leaf } }', 11],
  ])('%s: %s', (_what, text, cost) => {
    expect(price(text)).toBe(cost);
  });

  it.each([
    ['a slice', 'query ($n: Int) { sliced(first: $n) { leaf } }', { n: 30 }, 30],
    ['its default', 'query ($n: Int = 12) { sliced(first: $n) { leaf } }', {}, 12],
    ['the default of its argument', 'query ($n: Int) { sliced(first: $n) { leaf } }', {}, 3],
    ['an input', 'query ($f: [Filter!]) { weighed(filters: $f) { leaf } }', { f: [{ text: 'x' }, {}] }, 13],
    ['one inside an input', 'query ($s: Int) { deep(page: { size: $s }) { leaf } }', { s: 2 }, 2],
  ])('what its variables say, here of %s', (_what, text, variables, cost) => {
    expect(price(text, variables)).toBe(cost);
  });

  it('what it costs with these values, when it was asked with others before', () => {
    const text = 'query ($n: Int, $other: Int) { sliced(first: $n) { leaf } weighed(b: $other) { leaf } }';
    const document = parse(text);
    for (const n of [5, 50, 5]) expect(price(text, { n, other: n }, document)).toBe(n + 1);
  });

  it('too much without the one slice that is required', () => {
    for (const text of ['{ strict { leaf } }', '{ strict(first: 1, last: 1) { leaf } }']) {
      expect(() => price(text)).toThrow('exactly one argument');
    }
    expect(price('{ strict(last: 2) { leaf } }')).toBe(2);
  });

  it('little to price, however often its fragments double', () => {
    const fragments = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on One { sub { ...F${i + 1} ...F${i + 1} } }`,
    );
    expect(price(`{ one { ...F0 } } ${fragments.join(' ')} fragment F60 on One { leaf }`)).toBeGreaterThan(
      1e60,
    );
  });

  it('little when it asks for the whole schema, as tools do', () => {
    expect(price(getIntrospectionQuery())).toBeLessThan(25_000);
  });
});

describe('the directives', () => {
  it.each([
    [
      'renamed',
      '@link(url: "https://specs.apollo.dev/cost/v0.1", import: [{ name: "@cost", as: "@weight" }, { name: "@listSize", as: "@length" }])',
      '@weight',
      '@length',
    ],
    ['not imported', '@link(url: "https://specs.apollo.dev/cost/v0.1")', '@cost', '@cost__listSize'],
    [
      'in another namespace',
      '@link(url: "https://specs.apollo.dev/cost/v0.1", as: "price")',
      '@price',
      '@price__listSize',
    ],
  ])('count when they are %s', (_what, link, cost, listSize) => {
    const renamed = createPrice(link, definitions(cost, listSize));
    expect(renamed('{ dear assumed { leaf } }')).toBe(7 + 4);
  });

  it('of the same name that belong to another feature do not', () => {
    const other = createPrice('@link(url: "https://example.org/cost/v1.0", import: ["@cost", "@listSize"])');
    expect(other('{ dear assumed { leaf } }')).toBe(10);
  });
});
