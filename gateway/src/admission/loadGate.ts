import { monitorEventLoopDelay } from 'node:perf_hooks';
import { retryLater } from '../errors/retryLater.ts';

export interface LoadLimits {
  /** Requests that are answered at the same time; null: any number. */
  readonly maxInFlight: number | null;
  /** Milliseconds that the event loop may be late; null: any. */
  readonly maxEventLoopDelayMs: number | null;
}

/** Turns requests away while there are more than can be answered. */
export interface LoadGate {
  /** @throws {GraphQLError} OVERLOADED when one more request is too many. `inFlight` counts it, too. */
  admit(inFlight: number): void;
  close(): void;
}

/** What has to wait once this long is best told to come back: most of what is under way is done by then. */
const RETRY_AFTER_SECONDS = 1;
const SAMPLE_MS = 50;
const WINDOW_MS = 1_000;

export function createLoadGate({ maxInFlight, maxEventLoopDelayMs }: LoadLimits): LoadGate {
  const loop = maxEventLoopDelayMs === null ? null : watchEventLoop();
  return {
    admit(inFlight) {
      const isTooMany = maxInFlight !== null && inFlight > maxInFlight;
      const isTooLate = loop !== null && loop.delayMs() > (maxEventLoopDelayMs ?? 0);
      if (isTooMany || isTooLate) throw retryLater('OVERLOADED', RETRY_AFTER_SECONDS);
    },
    close: () => loop?.close(),
  };
}

/** The median of the last second: a loop that was stopped once, by a collection of garbage say, is not late. */
function watchEventLoop(): { delayMs(): number; close(): void } {
  const histogram = monitorEventLoopDelay({ resolution: SAMPLE_MS });
  histogram.enable();
  let delayMs = 0;
  const timer = setInterval(() => {
    delayMs = Math.max(0, histogram.percentile(50) / 1e6 - SAMPLE_MS);
    histogram.reset();
  }, WINDOW_MS).unref();
  return {
    delayMs: () => delayMs,
    close() {
      clearInterval(timer);
      histogram.disable();
    },
  };
}
