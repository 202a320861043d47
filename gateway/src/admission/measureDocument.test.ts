import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { measureDocument } from './measureDocument.ts';

const measure = (text: string) => measureDocument(parse(text));

describe('measureDocument', () => {
  it.each([
    ['levels', '{ a { b { c } } d }', { depth: 3, rootFields: 2, aliases: 0 }],
    [
      'the largest of several operations',
      'query A { a b c } query B { a { b } }',
      { depth: 2, rootFields: 3 },
    ],
    [
      'the fields of fragments at the root',
      '{ ...F ... on Query { ...F } } fragment F on Query { a b }',
      { rootFields: 4 },
    ],
    [
      'aliases of a fragment wherever it is used',
      '{ a { ...F } b { ...F } } fragment F on T { x: c y: d }',
      { aliases: 4 },
    ],
    [
      'directives once, as they are written',
      'query ($v: Int @d) { a @d @d ...F ...F } fragment F on T { c @d }',
      { directives: 4 },
    ],
    [
      'fields beside one of the same response name',
      '{ a a x: a x: b ... { a } ...F } fragment F on T { a }',
      { repeats: 2 },
    ],
  ])('counts %s', (_what, text, size) => {
    expect(measure(text)).toMatchObject(size);
  });

  it.each([
    ['{ a { ...F } } fragment F on T { b { ...F } }', true],
    ['{ ...F } fragment F on T { ...G } fragment G on T { ...F }', true],
    ['{ a } fragment F on T { ...F }', true],
    ['{ ...F ...F } fragment F on T { ...G } fragment G on T { a }', false],
    ['{ ...Unknown }', false],
  ])('sees fragments that go round: %s', (text, isCircular) => {
    expect(measure(text).isCircular).toBe(isCircular);
  });

  it.each([
    ['{ __schema { types { name } } }', true],
    ['{ a ...F } fragment F on Query { x: __type(name: "T") { name } }', true],
    ['{ __typename a { __typename } }', false],
    ['{ a(__schema: 1) }', false],
  ])('sees introspection, under an alias and in fragments too: %s', (text, introspects) => {
    expect(measure(text).introspects).toBe(introspects);
  });

  it.each([
    ['{ a(n: 1e309) }', true],
    ['query ($n: [Float] = [1, -1e400]) { a }', true],
    [`{ a(n: ${'9'.repeat(400)}) }`, true],
    ['{ a(n: 1e308, m: "1e309") }', false],
  ])('sees numbers that are none: %s', (text, hasEndlessNumber) => {
    expect(measure(text).hasEndlessNumber).toBe(hasEndlessNumber);
  });

  it('counts fragments that double at each level without writing them out', () => {
    const levels = 60;
    const fragments = Array.from(
      { length: levels },
      (_, level) => `fragment F${level} on T { x: a { ...F${level + 1} } y: a { ...F${level + 1} } }`,
    );
    const { aliases } = measure(`{ a { ...F0 } } ${fragments.join(' ')} fragment F${levels} on T { b }`);
    expect(aliases).toBeGreaterThan(2 ** levels);
  });
});
