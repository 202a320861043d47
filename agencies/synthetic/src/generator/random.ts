/** A stream of pseudo-random choices; the same seed gives the same stream on every machine. */
export interface Random {
  /** An integer from `low` to `high`, both possible. */
  int(low: number, high: number): number;
  /** True with the given probability. */
  chance(probability: number): boolean;
  /** One of a non-empty list. */
  pick<Item>(items: readonly Item[]): Item;
  /** One of the keys, in proportion to its weight. */
  weighted<Key extends string>(weights: Readonly<Record<Key, number>>): Key;
}

/** Builds a stream (mulberry32) from two integers, so that each slice has a stream of its own. */
export function createRandom(seed: number, stream: number): Random {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stream + 1, 0xc2b2ae35)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[Math.floor(next() * items.length)];
    if (item === undefined) throw new RangeError('cannot pick from an empty list');
    return item;
  };
  return {
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (probability) => next() < probability,
    pick,
    weighted(weights) {
      let sum = 0;
      for (const key in weights) sum += weights[key];
      let rest = next() * sum;
      for (const key in weights) {
        rest -= weights[key];
        if (rest < 0) return key;
      }
      return pick(Object.keys(weights) as (keyof typeof weights)[]);
    },
  };
}
