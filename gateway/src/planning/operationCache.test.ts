import { expect, it } from '@jest/globals';
import { createOperationCache } from './operationCache.ts';

const made = (size: number) => async () => ({ size });

it('drops what was not used for longest when everything is too large together', async () => {
  const cache = createOperationCache<{ size: number }>(100);
  await cache.make('a', made(40));
  await cache.make('b', made(40));
  cache.get('a');
  await cache.make('c', made(40));
  expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true]);
  await cache.make('a', made(60));
  expect(cache.get('c')).toBeDefined();
  await cache.make('d', made(101));
  expect(['a', 'c', 'd'].map((key) => cache.get(key))).toEqual([undefined, undefined, undefined]);
});

it('makes a thing once for all who ask while it is being made, and again after it failed', async () => {
  const cache = createOperationCache<{ size: number }>();
  let calls = 0;
  const fail = async () => {
    calls += 1;
    throw new Error('no');
  };
  const answers = await Promise.allSettled([cache.make('a', fail), cache.make('a', fail)]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(calls).toBe(1);
  await cache.make('a', made(1));
  expect(cache.get('a')).toEqual({ size: 1 });
});

it('names what was used last', async () => {
  const cache = createOperationCache<{ size: number }>();
  for (const [index, key] of ['a', 'b', 'c'].entries()) await cache.make(key, made(index));
  cache.get('a');
  expect(cache.recent(2)).toEqual([{ size: 0 }, { size: 2 }]);
});
