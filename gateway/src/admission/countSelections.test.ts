import { describe, expect, it } from '@jest/globals';
import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import { countSelections } from './countSelections.ts';

const schema = buildSchema(`
  type Query { node: Node  a: A }
  interface Node { id: ID  next: Node }
  type A implements Node { id: ID  next: Node  own: Int }
  type B implements Node { id: ID  next: Node }
  type C implements Node { id: ID  next: Node }
`);
const count = (text: string) => {
  const document = parse(text);
  return countSelections(schema, document, document.definitions[0] as OperationDefinitionNode);
};

describe('countSelections', () => {
  it.each([
    ['{ a { id } }', 2],
    ['{ node { id } }', 4],
    ['{ node { next { id } } }', 1 + 3 * (1 + 3)],
    ['{ node { ... on A { id own } } }', 3],
    ['{ a { ... on Node { id } } }', 2],
    ['{ node { ...F } } fragment F on Node { id }', 4],
    ['{ __schema { types { name } } }', 1],
  ])('counts a field on an interface once for each type: %s', (text, selections) => {
    expect(count(text)).toBe(selections);
  });

  it('counts fragments that double at each level without writing them out', () => {
    const levels = 60;
    const fragments = Array.from(
      { length: levels },
      (_, level) => `fragment F${level} on A { x: next { ...F${level + 1} } y: next { ...F${level + 1} } }`,
    );
    const startedAt = performance.now();
    const selections = count(`{ a { ...F0 } } ${fragments.join(' ')} fragment F${levels} on A { id }`);
    expect(selections).toBeGreaterThan(2 ** levels);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
