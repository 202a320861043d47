import type { LogStore } from '../../../gateway/src/audit/logStore.ts';

/** A store that says how often it was appended to since `restart`. */
export function countCommits(store: LogStore) {
  let commits = 0;
  return {
    store: {
      ...store,
      append(batch) {
        commits += 1;
        return store.append(batch);
      },
    } satisfies LogStore,
    commits: () => commits,
    restart() {
      commits = 0;
    },
  };
}
