import { setTimeout as sleep } from 'node:timers/promises';
import { UpstreamError } from '@tongban/kit';
import type { AgencyRequest } from './agencyRequest.ts';

/** Keeps the calls to one system below what it bears. One for each system, for the life of the process. */
export interface CallGate {
  /**
   * Runs `call` when its turn comes. When the system says that it is asked too much, everybody waits as long as it
   * says, and the call is made again, but only where the wait fits the time of the request.
   *
   * @throws UpstreamError AGENCY_THROTTLED with the seconds to wait; AGENCY_TIMEOUT when the time of the request ends
   * before the turn comes; and whatever `call` throws.
   */
  run<Result>(request: AgencyRequest, call: () => Promise<Result>): Promise<Result>;
}

const DEFAULT_WAIT_SECONDS = 1;
/** Even where a system asks for more, it is tried again after this long. */
const LONGEST_CLOSED_SECONDS = 30;
/** A wait that leaves less than this for the call itself is not worth waiting for. */
const LEAST_CALL_MS = 100;

/** @param options `agency`: the name in errors; `maxConcurrent`: calls under way at once */
export function createCallGate(options: {
  readonly agency: string;
  readonly maxConcurrent: number;
}): CallGate {
  const { agency, maxConcurrent } = options;
  const turns = createTurns(agency, maxConcurrent);
  let closedUntil = 0;

  async function waitForOpening(request: AgencyRequest): Promise<void> {
    for (let waitMs = closedUntil - performance.now(); waitMs > 0; waitMs = closedUntil - performance.now()) {
      if (waitMs + LEAST_CALL_MS > request.leftMs()) {
        const retryAfterSeconds = Math.ceil(waitMs / 1000);
        throw new UpstreamError('AGENCY_THROTTLED', agency, 'still closed', { retryAfterSeconds });
      }
      await sleep(waitMs, undefined, { signal: request.signal }).catch((error: unknown) => {
        throw new UpstreamError('AGENCY_TIMEOUT', agency, error);
      });
    }
  }

  async function attempt<Result>(
    request: AgencyRequest,
    call: () => Promise<Result>,
  ): Promise<{ result: Result } | null> {
    await turns.take(request.signal);
    try {
      // While waiting for the turn, another call may have found the system closed.
      if (closedUntil > performance.now()) return null;
      return { result: await call() };
    } catch (error) {
      if (!(error instanceof UpstreamError) || error.code !== 'AGENCY_THROTTLED') throw error;
      closedUntil = Math.max(closedUntil, performance.now() + waitSecondsOf(error) * 1000);
      return null;
    } finally {
      turns.giveBack();
    }
  }

  return {
    async run(request, call) {
      for (;;) {
        await waitForOpening(request);
        const done = await attempt(request, call);
        if (done !== null) return done.result;
      }
    },
  };
}

function waitSecondsOf(error: UpstreamError): number {
  const { retryAfterSeconds } = error.extensions;
  return typeof retryAfterSeconds === 'number' && retryAfterSeconds > 0
    ? Math.min(retryAfterSeconds, LONGEST_CLOSED_SECONDS)
    : DEFAULT_WAIT_SECONDS;
}

/** First come, first served; whose signal aborts leaves the queue. */
function createTurns(agency: string, count: number) {
  let free = count;
  const queue = new Set<() => void>();
  return {
    take: (signal: AbortSignal): Promise<void> => {
      if (signal.aborted) return Promise.reject(new UpstreamError('AGENCY_TIMEOUT', agency, signal.reason));
      if (free > 0) {
        free -= 1;
        return Promise.resolve();
      }
      return new Promise((resolve, reject) => {
        const leave = () => {
          queue.delete(proceed);
          reject(new UpstreamError('AGENCY_TIMEOUT', agency, signal.reason));
        };
        const proceed = () => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        queue.add(proceed);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
    giveBack(): void {
      const [next] = queue;
      if (next === undefined) {
        free += 1;
        return;
      }
      queue.delete(next);
      next();
    },
  };
}
