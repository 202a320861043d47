import { beforeEach, expect, it } from '@jest/globals';
import { createVerifiedTokens, type VerifiedTokens } from './verifiedTokens.ts';

let time = 0;
let keys = 0;
let tokens: VerifiedTokens;
beforeEach(() => {
  time = 1_000;
  keys = 1;
  tokens = createVerifiedTokens(
    () => keys,
    () => time,
  );
});

it('knows a token until its times end', () => {
  expect(tokens.has('a')).toBe(false);
  tokens.add('a', 5_000, tokens.keysNow());
  expect([tokens.has('a'), tokens.has('b')]).toEqual([true, false]);
  time = 5_000;
  expect(tokens.has('a')).toBe(false);
});

it('trusts no token for longer than a minute', () => {
  tokens.add('a', 3_600_000, tokens.keysNow());
  time += 59_999;
  expect(tokens.has('a')).toBe(true);
  time += 1;
  expect(tokens.has('a')).toBe(false);
});

it('forgets what older keys have verified', () => {
  const before = tokens.keysNow();
  tokens.add('a', 5_000, before);
  keys = 2;
  expect(tokens.has('a')).toBe(false);
  // Verified with the old keys while the new ones came.
  tokens.add('a', 5_000, before);
  expect(tokens.has('a')).toBe(false);
});

it('has a bound: the oldest go first', () => {
  for (let index = 0; index <= 20_000; index += 1) tokens.add(`t${index}`, 5_000, 1);
  expect([tokens.has('t0'), tokens.has('t1'), tokens.has('t20000')]).toEqual([false, true, true]);
});
