import type { ServerResponse } from 'node:http';

/**
 * A signal that lives as long as its answer: it aborts with a `TimeoutError` when the time is over, with an `AbortError`
 * when the client has gone before the answer, and never once the answer has left. One timer and one listener, because
 * `AbortSignal.any` and `AbortSignal.timeout` cost more than the rest of what is done for every request.
 */
export function createRequestSignal(response: ServerResponse, timeoutMs: number): AbortSignal {
  const controller = new AbortController();
  // The client has gone while its token was checked.
  if (response.destroyed) {
    controller.abort();
    return controller.signal;
  }
  const timer = setTimeout(() => {
    controller.abort(new DOMException('The time of the request is over.', 'TimeoutError'));
  }, timeoutMs);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
