import { setImmediate as nextTurn } from 'node:timers/promises';

/** To be awaited between pieces of long work: lets others have their turn when the work has had the processor for `ms`. */
export function createBreather(ms = 5): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since < ms) return;
    return nextTurn().then(() => {
      since = performance.now();
    });
  };
}
