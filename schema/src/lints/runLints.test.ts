import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import type { ServiceManifest, Subgraph } from '../readSubgraphs.ts';
import { runLints } from './runLints.ts';

const manifest: ServiceManifest = {
  service: 'NOTARY',
  type: 'NotaryCase',
  prefix: 'NO',
  personField: 'notaryCases',
  subgraph: 'notary',
  numberPattern: '证字',
  label: { en: 'notary', zh: '公证' },
};

function subgraph(name: string, sdl: string, own: ServiceManifest | null = null): Subgraph {
  return { name, url: `http://${name}`, typeDefs: parse(sdl), manifest: own };
}

const D = '"What it is. 说明"';

describe('the lint of descriptions', () => {
  it('passes SDL that speaks both languages', () => {
    expect(
      runLints([subgraph('a', `${D} type T { ${D} f(${D} x: Int): Int } ${D} enum E { ${D} V }`)]),
    ).toEqual([]);
  });

  it.each([
    ['a type without a description', `type T { ${D} f: Int }`, 'T'],
    ['a field in English only', `${D} type T { "Only English." f: Int }`, 'T.f'],
    ['an argument in Chinese only', `${D} type T { ${D} f("仅中文" x: Int): Int }`, 'T.f.x'],
    ['an enum value without one', `${D} enum E { V }`, 'E.V'],
    ['an input field without one', `${D} input I { x: Int }`, 'I.x'],
  ])('names %s', (_what, sdl, coordinate) => {
    expect(runLints([subgraph('a', sdl)])).toEqual([
      expect.stringContaining(`a: ${coordinate} needs a description`),
    ]);
  });
});

describe('the lint of boundaries', () => {
  it('refuses a non-null field that an agency adds to Query or Person', () => {
    const breaches = runLints([
      subgraph(
        'notary',
        `type Query { ${D} notaryCases: [Int!]! } ${D} type Person { ${D} notaryCases: [Int!]! }`,
        manifest,
      ),
    ]);
    expect(breaches).toEqual([
      expect.stringContaining('notary: Query.notaryCases must be nullable'),
      expect.stringContaining('notary: Person.notaryCases must be nullable'),
    ]);
  });

  it("refuses a non-null field that another subgraph adds to an agency's case", () => {
    const breaches = runLints([
      subgraph('notary', `${D} type NotaryCase { ${D} ref: ID! }`, manifest),
      subgraph('one-network', `${D} type NotaryCase { ${D} ref: ID! ${D} thread: Int! }`),
    ]);
    expect(breaches).toEqual([expect.stringContaining('one-network: NotaryCase.thread must be nullable')]);
  });

  it('refuses a non-null way to a type whose non-null fields come from elsewhere', () => {
    const notary = subgraph(
      'notary',
      `${D} type NotaryCase { ${D} ref: ID! ${D} caseNo: String! }`,
      manifest,
    );
    const to = (type: string) =>
      subgraph(
        'one-network',
        `${D} type Thread { ${D} cases: ${type} } ${D} type NotaryCase { ${D} ref: ID! }`,
      );
    expect(runLints([notary, to('[NotaryCase]!')])).toEqual([]);
    expect(runLints([notary, to('[NotaryCase!]')])).toEqual([
      expect.stringContaining(
        'one-network: Thread.cases must lead to a nullable NotaryCase: NotaryCase.caseNo',
      ),
    ]);
  });
});

describe('the lint of shareable recursion', () => {
  const recursive = `${D} type A @shareable { ${D} b: B } ${D} type B @shareable { ${D} a: A }`;

  it('refuses a chain of fields shared by two subgraphs that comes back', () => {
    expect(runLints([subgraph('x', recursive), subgraph('y', recursive)])).toEqual(
      expect.arrayContaining([expect.stringContaining('A.b → B.a → A')]),
    );
  });

  it('passes the same chain when only one subgraph has it', () => {
    expect(runLints([subgraph('x', recursive)])).toEqual([]);
  });
});

describe('the lint of @requires', () => {
  it('refuses arguments, and passes a set without them', () => {
    const requiring = (fields: string) =>
      subgraph('x', `${D} type T { ${D} a(${D} x: Int): Int ${D} b: Int @requires(fields: "${fields}") }`);
    expect(runLints([requiring('a(x: 1)')])).toEqual([
      expect.stringContaining('x: T.b requires a with arguments'),
    ]);
    expect(runLints([requiring('a')])).toEqual([]);
  });
});
