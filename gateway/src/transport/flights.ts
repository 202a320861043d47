/** Work under way that several may wait for. */
export interface Flights<Result> {
  /**
   * Joins the work under `key`, or starts it. `signal` says when this one does not wait any more: the work is given up
   * when nobody does, or when the time of the one who started it is over. Whoever has gone gets the result all the same.
   */
  join(key: string, signal: AbortSignal, start: (signal: AbortSignal) => Promise<Result>): Promise<Result>;
}

interface Flight<Result> {
  readonly result: Promise<Result>;
  readonly startedAt: number;
  readonly controller: AbortController;
  waiting: number;
}

/** Milliseconds during which others may join: later they would share a deadline that is not theirs. */
const BOARDING_MS = 1_000;

export function createFlights<Result>(): Flights<Result> {
  const flights = new Map<string, Flight<Result>>();

  const board = (flight: Flight<Result>, signal: AbortSignal, isFirst: boolean): Promise<Result> => {
    flight.waiting += 1;
    const leave = () => {
      flight.waiting -= 1;
      const isLate = isFirst && (signal.reason as Error | undefined)?.name === 'TimeoutError';
      if (flight.waiting === 0 || isLate) flight.controller.abort(signal.reason);
    };
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
    return flight.result.finally(() => signal.removeEventListener('abort', leave));
  };

  return {
    join(key, signal, start) {
      const known = flights.get(key);
      const isOpen =
        known !== undefined &&
        !known.controller.signal.aborted &&
        performance.now() - known.startedAt < BOARDING_MS;
      if (isOpen) return board(known, signal, false);
      const controller = new AbortController();
      const flight: Flight<Result> = {
        startedAt: performance.now(),
        controller,
        waiting: 0,
        result: start(controller.signal).finally(() => {
          if (flights.get(key) === flight) flights.delete(key);
        }),
      };
      flights.set(key, flight);
      return board(flight, signal, true);
    },
  };
}
