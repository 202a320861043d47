/** Every two of a list, each pair once, the earlier of the list first. */
export function pairs<Item>(items: readonly Item[]): [Item, Item][] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other): [Item, Item] => [one, other]));
}

/** Pairs of items that have a key in common, each pair once: nothing else is compared, however long the list. */
export function pairsSharing<Item>(
  items: readonly Item[],
  keysOf: (item: Item) => readonly string[],
): [Item, Item][] {
  const byKey = new Map<string, Item[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) byKey.set(key, [...(byKey.get(key) ?? []), item]);
  }
  const seen = new Map<Item, Set<Item>>();
  return [...byKey.values()].flatMap(pairs).filter(([one, other]) => {
    const known = seen.get(one) ?? new Set<Item>();
    if (known.has(other)) return false;
    seen.set(one, known.add(other));
    return true;
  });
}
