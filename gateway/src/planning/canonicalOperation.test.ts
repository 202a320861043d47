import { describe, expect, it } from '@jest/globals';
import {
  buildSchema,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
} from 'graphql';
import { FULL_ACCESS } from '../authorization/fieldAccess.ts';
import { type CanonicalOperation, canonicalOperation, type SupergraphFacts } from './canonicalOperation.ts';

const schema = buildSchema(
  `directive @defer(if: Boolean, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
  directive @trace(id: Int) on FIELD
  type Query { item: Item  any: Any  book(id: ID): Book  motto: String  price(in: String, for: ID): Int }
  type Mutation { rename(title: String): Book  count: Int }
  interface Item { id: ID!  title: String  note: String }
  type Book implements Item { id: ID!  title: String  note: String  author: Author  size(unit: Unit = CM): Int  kind: String }
  type Film implements Item { id: ID!  title: String  note: String  kind: Int }
  type Author { name: String  born: Int  best: Book }
  union Any = Book | Film
  enum Unit { CM IN }`,
  { assumeValidSDL: true },
);

const noFacts: SupergraphFacts = { requiring: new Set(), partlyHidden: new Set() };

interface Given {
  readonly variables?: Record<string, unknown>;
  readonly defers?: boolean;
  readonly facts?: Partial<SupergraphFacts>;
}

function canonical(
  text: string,
  { variables = {}, defers = false, facts = {} }: Given = {},
): CanonicalOperation {
  const { definitions } = parse(text);
  const operation = definitions.find(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  if (operation === undefined) throw new Error('no operation');
  const fragments = definitions.filter(
    (definition): definition is FragmentDefinitionNode => definition.kind === Kind.FRAGMENT_DEFINITION,
  );
  return canonicalOperation(
    schema,
    { ...noFacts, ...facts },
    {
      operation,
      fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
      variables,
      defers,
    },
    FULL_ACCESS,
  );
}

/** On one line, as `print` would have it, so that the space that tests and code put between things does not matter. */
const oneLine = (text: string) => print(parse(text)).replace(/\s+/g, ' ');
function sourceOf(text: string, given?: Given): string | null {
  const { source } = canonical(text, given);
  return source === null ? null : oneLine(source);
}
function expectSource(text: string, expected: string, given?: Given): void {
  expect(sourceOf(text, given)).toBe(oneLine(expected));
}

describe('names', () => {
  it('of fields with arguments become data keys, one for each question', () => {
    expectSource(
      '{ usd: price(in: "USD") eur: price(in: "EUR") again: price(in: "USD") price }',
      '{ _a0: price(in: "USD") _a1: price(in: "EUR") _a2: price }',
    );
  });

  it('that clients give to plain leaves are left out: it is one question', () => {
    expectSource('{ book { id name: title title other: title } }', '{ _a0: book { id title } }');
    expectSource('{ item { name: title } motto: motto }', '{ item { title } motto }');
  });

  it('that clients give to objects keep them apart', () => {
    expectSource(
      '{ item { id } first: item { id } second: item { title } }',
      '{ item { id } _a0: item { id } _a1: item { title } }',
    );
    expectSource('{ item: item { id } item { title } }', '{ item { id title } }');
  });

  it('stay apart where fields of one name have different types', () => {
    expectSource(
      '{ item { ... on Book { kind } ... on Film { k: kind } } }',
      '{ item { __typename ... on Book { kind } ... on Film { _a0: kind } } }',
    );
  });

  it('of what a mutation does stay apart: what is asked twice is done twice', () => {
    expectSource(
      'mutation { count again: count a: rename(title: "x") { id } b: rename(title: "x") { id } count }',
      'mutation { _a0: count _a1: count _a2: rename(title: "x") { id } _a3: rename(title: "x") { id } }',
    );
  });

  it('are the same for a field wherever it is asked for', () => {
    const { keys } = canonical('{ a: price(in: "USD") }');
    const query = schema.getQueryType();
    const [operation] = parse('{ other: price(in: "USD") }').definitions as [OperationDefinitionNode];
    const [field] = operation.selectionSet.selections;
    if (query == null || field?.kind !== Kind.FIELD) throw new Error('no field');
    expect(keys.keyOf(query, field)).toBe('_a0');
  });

  it('begin otherwise where the schema has fields that begin so', () => {
    const taken = buildSchema('type Query { _a0(x: Int): Int }');
    const [operation] = parse('{ b: _a0(x: 1) }').definitions as [OperationDefinitionNode];
    const { source } = canonicalOperation(
      taken,
      noFacts,
      {
        operation,
        fragments: new Map(),
        variables: {},
        defers: false,
      },
      FULL_ACCESS,
    );
    expect(oneLine(source ?? '')).toBe('{ __a0: _a0(x: 1) }');
  });
});

describe('what is asked', () => {
  it('depends on @skip and @include, which are gone', () => {
    const text = `query ($yes: Boolean!, $no: Boolean!) {
      motto @skip(if: $no) @include(if: $yes)
      item { id @skip(if: true) title @include(if: $yes) ... @include(if: $no) { note } }
      any @include(if: $no) { __typename }
    }`;
    expectSource(text, '{ motto item { title } }', { variables: { yes: true, no: false } });
    expectSource(text, '{ item { note } any { __typename } }', { variables: { yes: false, no: true } });
  });

  it('of an object of which everything is skipped is whether it is there', () => {
    expectSource('{ item { id @skip(if: true) } }', '{ item { __typename } }');
  });

  it('is asked once, fragments written out, those on the same or a wider type within what is around', () => {
    expectSource(
      `{ item { ...Named ... on Item { id } ... on Book { ...Named author { name } } ... on Book { author { born } } } }
      fragment Named on Item { title }`,
      '{ item { title id ... on Book { title author { name born } } } }',
    );
  });

  it('leaves fragments out that apply to nothing', () => {
    expectSource(
      '{ any { ... on Book { ... on Film { id } title } } }',
      '{ any { __typename ... on Book { title } } }',
    );
  });

  it('leaves out introspection, and nothing may be left', () => {
    expectSource('{ __typename __schema { types { name } } motto }', '{ motto }');
    expect(canonical('{ __typename t: __type(name: "Book") { name } }').source).toBeNull();
    expect(canonical('{ motto @skip(if: true) }').source).toBeNull();
  });

  it('is told the type of an object where the client asks, under any name', () => {
    expectSource('{ item { kind: __typename id } }', '{ item { __typename id } }');
  });

  it('keeps directives that are for others', () => {
    expectSource('{ motto @trace(id: 1) }', '{ _a0: motto @trace(id: 1) }');
  });

  it('keeps the name of the operation', () => {
    expectSource('query Ours { motto }', 'query Ours { motto }');
  });
});

describe('facts of the supergraph', () => {
  it('have __typename asked of types that have members which clients do not see', () => {
    const facts = { partlyHidden: new Set(['Item', 'Any']) };
    expectSource(
      '{ item { id } any { ... on Book { id } } book { id } }',
      '{ item { __typename id } any { __typename ... on Book { id } } _a0: book { id } }',
      { facts },
    );
  });

  it('have fields with @requires asked of each type of an interface', () => {
    const facts = { requiring: new Set(['Book.note']) };
    expectSource('{ item { title note } }', '{ item { title ... on Book { note } ... on Film { note } } }', {
      facts,
    });
  });
});

describe('variables', () => {
  it('that nothing uses any more are left out', () => {
    const text = 'query ($a: String, $b: ID, $c: Boolean!) { price(in: $a, for: $b) @include(if: $c) motto }';
    expectSource(text, 'query ($a: String, $b: ID) { _a0: price(in: $a, for: $b) motto }', {
      variables: { c: true },
    });
    expectSource(text, '{ motto }', { variables: { c: false } });
  });

  it('of names that planners use for their own get another one', () => {
    const { source, renamed } = canonical(
      'query ($representations: ID, $contextualArgument_1: String, $plain: ID) { a: price(in: $contextualArgument_1, for: $representations) b: price(for: $plain) }',
    );
    expect(oneLine(source ?? '')).toBe(
      oneLine(
        'query ($client_representations: ID, $client_contextualArgument_1: String, $plain: ID) { _a0: price(in: $client_contextualArgument_1, for: $client_representations) _a1: price(for: $plain) }',
      ),
    );
    expect([...renamed]).toEqual([
      ['client_representations', 'representations'],
      ['client_contextualArgument_1', 'contextualArgument_1'],
    ]);
  });

  it('get a longer one where the client has that too', () => {
    const { renamed } = canonical(
      'query ($representations: ID, $client_representations: ID) { a: price(for: $representations) b: price(for: $client_representations) }',
    );
    expect([...renamed]).toEqual([['_client_representations', 'representations']]);
  });

  it('keep their defaults and lose their directives', () => {
    expectSource(
      'query ($unit: Unit = IN @trace) { book { size(unit: $unit) } }',
      'query ($unit: Unit = IN) { _a0: book { _a1: size(unit: $unit) } }',
    );
  });
});

describe('deferred fragments', () => {
  const text = `query ($later: Boolean!) {
    mine: book(id: 1) { title ... @defer(label: "big", if: $later) { writer: author { name ...Born @defer } } }
  }
  fragment Born on Author { born }`;

  it('keep the labels that clients gave them, and get ours for the planner', () => {
    const { source, deferred } = canonical(text, { defers: true, variables: { later: true } });
    expect(oneLine(source ?? '')).toBe(
      oneLine(
        '{ _a0: book(id: 1) { title ... @defer(label: "d0") { _a1: author { name ... @defer(label: "d1") { born } } } } }',
      ),
    );
    expect([...deferred].map(([ours, { label, type }]) => [ours, label, type.name])).toEqual([
      ['d0', 'big', 'Book'],
      ['d1', null, 'Author'],
    ]);
  });

  it('know by which fields they are reached, under both names', () => {
    const { deferred } = canonical(text, { defers: true, variables: { later: true } });
    expect(deferred.get('d0')?.path).toEqual([{ responseName: 'mine', dataKey: '_a0' }]);
    expect(deferred.get('d1')?.path).toEqual([
      { responseName: 'mine', dataKey: '_a0' },
      { responseName: 'writer', dataKey: '_a1' },
    ]);
    expect(print(deferred.get('d1')?.selectionSet as never)).toBe('{\n  born\n}');
  });

  it('may stand beside fields, which do not lead to them', () => {
    const { deferred } = canonical('{ item { id } book(id: 1) { author { name } ... @defer { title } } }', {
      defers: true,
    });
    expect(deferred.get('d0')?.path.map(({ responseName }) => responseName)).toEqual(['book']);
  });

  it('are fragments like others where the condition or the transport says so', () => {
    const all = '{ _a0: book(id: 1) { title _a1: author { name born } } }';
    expectSource(text, all, { defers: false, variables: { later: true } });
    const { source, deferred } = canonical(text, { defers: true, variables: { later: false } });
    expect([...deferred.keys()]).toEqual(['d0']);
    expect(oneLine(source ?? '')).toContain('born');
  });
});
