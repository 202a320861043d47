/** Which fetches of a run are done, by the ids that deferred blocks know them by. */
export interface FetchedIds {
  done(ids: readonly string[]): void;
  /** Resolves when all of them are done; at once for none. */
  all(ids: readonly string[]): Promise<void>;
}

export function createFetchedIds(): FetchedIds {
  const done = new Set<string>();
  const waiting = new Map<string, (() => void)[]>();
  const one = (id: string): Promise<void> | undefined =>
    done.has(id)
      ? undefined
      : new Promise((resolve) => {
          waiting.set(id, [...(waiting.get(id) ?? []), resolve]);
        });
  return {
    done(ids) {
      for (const id of ids) {
        done.add(id);
        for (const resolve of waiting.get(id) ?? []) resolve();
        waiting.delete(id);
      }
    },
    async all(ids) {
      await Promise.all(ids.map(one));
    },
  };
}
