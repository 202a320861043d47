import type { Choice } from './randomOperation.ts';

/** Choices that follow from a seed alone, so that fast-check can say again what it found (mulberry32). */
export function seededChoice(seed: number): Choice {
  let state = seed;
  const below = (end: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  return { below, pick: (values) => values[below(values.length)] as never };
}
