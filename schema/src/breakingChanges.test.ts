import { describe, expect, it } from '@jest/globals';
import { undeclaredBreakingChanges } from './breakingChanges.ts';

const before = 'type Query { person: Person } type Person { id: ID! name: String }';

describe('breaking changes of the API', () => {
  it('lets additions pass', async () => {
    const after = 'type Query { person: Person } type Person { id: ID! name: String age: Int }';
    expect(await undeclaredBreakingChanges(before, after, [])).toEqual([]);
  });

  it('names a removed field until it is declared', async () => {
    const after = 'type Query { person: Person } type Person { id: ID! }';
    expect(await undeclaredBreakingChanges(before, after, [])).toEqual([
      { path: 'Person.name', message: expect.stringContaining('removed') },
    ]);
    const declared = [{ path: 'Person.name', since: '2026-11-23', reason: 'names moved to Person.names' }];
    expect(await undeclaredBreakingChanges(before, after, declared)).toEqual([]);
  });
});
