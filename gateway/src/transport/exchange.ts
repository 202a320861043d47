import type { Dispatcher, Pool } from 'undici';
import { BodyRefused } from './decodeBody.ts';

/** The answer to one request on the wire, read to its end. */
export interface Exchange {
  readonly statusCode: number;
  readonly headers: ReceivedHeaders;
  /** As it was sent, compressed or not; empty when `wantsBody` refused it. */
  readonly body: Buffer;
}

export type ReceivedHeaders = Readonly<Record<string, string | string[] | undefined>>;

export interface ExchangeOptions {
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
  /** Milliseconds from now to the last byte. */
  readonly timeoutMs: number;
  /** Most bytes of a body, as it is sent. */
  readonly maxBytes: number;
  /** Ends the request when it aborts; null when nothing but the time does. */
  readonly signal: AbortSignal | null;
  /** Whether the body of such an answer is of use; one that is not is cut off. */
  wantsBody(statusCode: number, headers: ReceivedHeaders): boolean;
}

/** An error after the head of an answer had arrived. */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer';
}

/**
 * POSTs and reads the whole answer. Below undici's `request`, which wraps a stream around each body: here it is gathered
 * as it comes, for a third of the CPU.
 * @throws {Error} TimeoutError, undici's errors, BodyRefused, or BrokenAnswer with the cause.
 */
export function exchange(pool: Pool, options: ExchangeOptions): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const { path, headers, body, signal, maxBytes } = options;
    let controller: Dispatcher.DispatchController | null = null;
    let head: { statusCode: number; headers: ReceivedHeaders } | null = null;
    let chunks: Buffer[] = [];
    let length = 0;
    let isSettled = false;

    const settle = () => {
      isSettled = true;
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
    };
    const fail = (error: Error) => {
      if (isSettled) return;
      settle();
      const isOurs =
        error.name === 'TimeoutError' || error.name === 'AbortError' || error instanceof BodyRefused;
      reject(head === null || isOurs ? error : new BrokenAnswer(error.message, { cause: error }));
      controller?.abort(error);
    };
    const succeed = () => {
      if (isSettled || head === null) return;
      settle();
      const [only] = chunks;
      resolve({
        ...head,
        body: chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks, length),
      });
    };
    const timer = setTimeout(() => {
      fail(new DOMException('The time of the fetch is over.', 'TimeoutError'));
    }, options.timeoutMs);
    const onAbort = () => fail(signal?.reason as Error);
    if (signal?.aborted) {
      onAbort();
      return;
    }
    signal?.addEventListener('abort', onAbort, { once: true });

    pool.dispatch(
      { path, method: 'POST', headers, body },
      {
        onRequestStart(started) {
          controller = started;
          if (isSettled) started.abort(new Error('nobody waits for it any more'));
        },
        onResponseStart(_controller, statusCode, received) {
          if (statusCode < 200) return;
          head = { statusCode, headers: received };
          if (options.wantsBody(statusCode, received)) return;
          succeed();
          controller?.abort(new Error('the answer is of no use'));
        },
        onResponseData(_controller, chunk) {
          length += chunk.length;
          if (length > maxBytes) fail(new BodyRefused(`more than ${maxBytes} bytes`));
          else chunks.push(chunk);
        },
        onResponseEnd: succeed,
        onResponseError(_controller, error) {
          chunks = [];
          fail(error);
        },
      },
    );
  });
}
