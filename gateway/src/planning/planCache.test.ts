import { expect, it } from '@jest/globals';
import { createPlanCache } from './planCache.ts';

const plan = { kind: 'QueryPlan' } as const;

it('drops the plans not used for longest when they are too large together', () => {
  const cache = createPlanCache(100);
  cache.set('a', plan, 40);
  cache.set('b', plan, 40);
  cache.get('a');
  cache.set('c', plan, 40);
  expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
  cache.set('a', plan, 60);
  expect(cache.get('c')).toBeDefined();
  cache.set('d', plan, 101);
  expect(['a', 'c', 'd'].map((key) => cache.get(key))).toEqual([undefined, undefined, undefined]);
});
