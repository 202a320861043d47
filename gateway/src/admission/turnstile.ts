/** Lets requests in a few at a time, in the order in which they came. */
export interface Turnstile {
  /** Resolves when it is this one's turn; null when it is at once. Whoever has left meanwhile is let in all the same. */
  enter(): Promise<void> | null;
}

/**
 * Lets `perTurn` in for each turn of the event loop. On a loop with time to spare a turn is over at once and nobody
 * waits. On a busy one, what subgraphs have answered is dealt with before more is begun: fewer answers are half done at a
 * time, so that less memory outlives a collection of garbage (a fifth of the CPU on `npm run bench -- gateway --workload
 * retail`), and whoever came first is done first.
 */
export function createTurnstile(perTurn: number): Turnstile {
  /** Those before `first` have been let in. */
  let queue: (() => void)[] = [];
  let first = 0;
  let entered = 0;
  let isTurning = false;

  const turn = () => {
    isTurning = false;
    entered = 0;
    while (entered < perTurn && first < queue.length) {
      entered += 1;
      queue[first]?.();
      first += 1;
    }
    if (first === queue.length) {
      queue = [];
      first = 0;
    }
    if (entered > 0) turnLater();
  };
  const turnLater = () => {
    if (isTurning) return;
    isTurning = true;
    setImmediate(turn);
  };

  return {
    enter() {
      turnLater();
      if (entered < perTurn) {
        entered += 1;
        return null;
      }
      return new Promise((resolve) => queue.push(resolve));
    },
  };
}
