/** A source of choices. Equal sources make equal choices in the same order. */
export interface Random {
  /** A whole number from 0 up to, and without, `below`. */
  int(below: number): number;
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Some of the elements, in their order; never fewer than `atLeast`. */
  some<T>(from: readonly T[], atLeast: number): T[];
  /** One of the values, each as often as its weight says. */
  weighted<T>(from: readonly (readonly [weight: number, value: T])[]): T;
}

export function createRandom(int: (below: number) => number): Random {
  const chance = (probability: number) => int(1_000) < probability * 1_000;
  const pick = <T>(from: readonly T[]): T => {
    if (from.length === 0) throw new Error('nothing to pick from');
    return from[int(from.length)] as T;
  };
  return {
    int,
    chance,
    pick,
    some(from, atLeast) {
      const kept = new Set(from.keys().filter(() => chance(0.5)));
      while (kept.size < Math.min(atLeast, from.length)) kept.add(int(from.length));
      return from.filter((_, index) => kept.has(index));
    },
    weighted(from) {
      let left = int(from.reduce((sum, [weight]) => sum + weight, 0));
      for (const [weight, value] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      throw new Error('weights must be positive');
    },
  };
}

/** Mulberry32: small, quick, and the same everywhere. */
export function randomFromSeed(seed: number): Random {
  let state = seed >>> 0;
  return createRandom((below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  });
}

/** 32 bits of a text, well mixed (FNV-1a with Murmur's finish). */
export function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193);
  }
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
