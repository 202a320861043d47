import { expect, it } from '@jest/globals';
import { createTurnstile } from './turnstile.ts';

const nextTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

it('lets in at once as many as a turn has room for, then as many in each turn, first come first', async () => {
  const turnstile = createTurnstile(2);
  const inside: number[] = [];
  const enter = (visitor: number) => {
    const turn = turnstile.enter();
    if (turn === null) inside.push(visitor);
    else void turn.then(() => inside.push(visitor));
  };
  for (const visitor of [1, 2, 3, 4, 5]) enter(visitor);
  expect(inside).toEqual([1, 2]);
  await nextTurn();
  expect(inside).toEqual([1, 2, 3, 4]);
  // Whoever comes while others wait does not overtake them.
  enter(6);
  await nextTurn();
  expect(inside).toEqual([1, 2, 3, 4, 5, 6]);
});

it('has room again after a turn in which nobody waited', async () => {
  const turnstile = createTurnstile(1);
  expect(turnstile.enter()).toBeNull();
  await nextTurn();
  await nextTurn();
  expect(turnstile.enter()).toBeNull();
});
