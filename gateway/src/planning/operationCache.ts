/** What was made of operations of one supergraph: each is made once, however many ask for it at the same time. */
export interface OperationCache<Made extends { readonly size: number }> {
  /** Answers what was made before, or makes it; what fails is not kept, and fails for everybody who waits for it. */
  get(key: string): Made | undefined;
  make(key: string, make: () => Promise<Made>): Promise<Made>;
  /** What was used last, latest first, at most so many. */
  recent(count: number): Made[];
}

/** Characters that everything together may have. */
const MAX_SIZE = 32 * 1024 * 1024;

/** What was not used for longest is dropped first. */
export function createOperationCache<Made extends { readonly size: number }>(
  maxSize = MAX_SIZE,
): OperationCache<Made> {
  const entries = new Map<string, Made>();
  const underWay = new Map<string, Promise<Made>>();
  let total = 0;

  const keep = (key: string, made: Made) => {
    total += made.size - (entries.get(key)?.size ?? 0);
    entries.delete(key);
    entries.set(key, made);
    for (const [oldest, { size }] of entries) {
      if (total <= maxSize) break;
      entries.delete(oldest);
      total -= size;
    }
  };

  return {
    get(key) {
      const entry = entries.get(key);
      if (entry === undefined) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry;
    },
    make(key, make) {
      const known = underWay.get(key);
      if (known !== undefined) return known;
      const making = make()
        .then((made) => {
          keep(key, made);
          return made;
        })
        .finally(() => underWay.delete(key));
      underWay.set(key, making);
      return making;
    },
    recent: (count) => [...entries.values()].reverse().slice(0, count),
  };
}
