import DataLoader from 'dataloader';

/** How keys are loaded together. */
export interface BatchLoaderOptions<K, V> {
  /** Shown in traces. */
  readonly name: string;
  /** Most keys of one `load`; the limit of the agency's own interface. */
  readonly maxBatchSize: number;
  /** Values by `keyOf(key)`; an Error fails its own key alone; what is left out is null. Rejecting fails the batch. */
  load(keys: readonly K[]): Promise<ReadonlyMap<string, V | Error>>;
  /** Needed where keys are not strings: keys with the same text are the same. */
  keyOf?(key: K): string;
}

/**
 * Loads keys asked for in the same tick together. Make one for each request: it remembers what it loaded, and what one
 * caller may see another may not.
 */
export function createBatchLoader<K, V>(options: BatchLoaderOptions<K, V>): DataLoader<K, V | null, string> {
  const keyOf = options.keyOf ?? ((key: K) => String(key));
  return new DataLoader<K, V | null, string>(
    async (keys) => {
      const values = await options.load(keys);
      return keys.map((key) => values.get(keyOf(key)) ?? null);
    },
    { name: options.name, maxBatchSize: options.maxBatchSize, cacheKeyFn: keyOf },
  );
}
