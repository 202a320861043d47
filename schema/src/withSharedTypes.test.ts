import { describe, expect, it } from '@jest/globals';
import { parse, print } from 'graphql';
import { withSharedTypes } from './withSharedTypes.ts';

const shared = parse('type Person { credential: ID! } scalar Date');

describe('types that subgraphs share', () => {
  it("stand before a subgraph's own, with what it adds to them", () => {
    const all = print(
      withSharedTypes(shared, [parse('extend type Person { id: ID! }'), parse('type A { a: Int }')]),
    );
    expect(all.replace(/\s+/g, ' ')).toBe(
      'type Person { credential: ID! } scalar Date extend type Person { id: ID! } type A { a: Int }',
    );
  });

  it('give way where a subgraph defines one itself', () => {
    const all = print(withSharedTypes(shared, [parse('type Person { id: ID! }')]));
    expect(all.replace(/\s+/g, ' ')).toBe('scalar Date type Person { id: ID! }');
  });
});
