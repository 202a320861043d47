import { Readable } from 'node:stream';
import { GraphQLError } from 'graphql';
import type { LaterPart } from '../execution/writtenData.ts';
import { withRequest } from '../telemetry/requestScope.ts';
import { type FormatPartError, writeFailedPart, writeFirstPart, writeLaterPart } from './writePart.ts';

/** Milliseconds that the last parts have when the time of their request is over. */
const GRACE_MS = 2_000;
const END: LaterPart = { incremental: [], hasNext: false };

export interface PartsStreamOptions {
  readonly requestId: string;
  /** The answer that comes first: JSON of an object. */
  readonly first: string;
  readonly later: AsyncIterable<LaterPart>;
  readonly formatError: FormatPartError;
  /** The signal of the request: whoever makes the parts hurries when it aborts. */
  readonly signal: AbortSignal;
  readonly graceMs?: number;
}

/**
 * The body of an answer in parts. A part is asked for when the client has taken those before it. When the client has
 * gone, the stream is destroyed and the iterator told to return; when the iterator throws, or does not come to its end
 * in time, a last part says so.
 */
export class PartsStream extends Readable {
  readonly #options: PartsStreamOptions;
  readonly #iterator: AsyncIterator<LaterPart>;
  #stage: 'new' | 'idle' | 'waiting' | 'over' = 'new';
  #expiry: NodeJS.Timeout | null = null;

  constructor(options: PartsStreamOptions) {
    super();
    this.#options = options;
    this.#iterator = options.later[Symbol.asyncIterator]();
    const { signal } = options;
    if (signal.aborted) this.#expireSoon();
    else signal.addEventListener('abort', this.#expireSoon, { once: true });
  }

  override _read(): void {
    if (this.#stage === 'new') {
      this.#stage = 'idle';
      this.push(writeFirstPart(this.#options.first, true));
    } else if (this.#stage === 'idle') {
      this.#stage = 'waiting';
      this.#inScope(() => this.#pull()).catch((error: unknown) => this.#fail(error));
    }
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (this.#close()) this.#release();
    done(error);
  }

  async #pull(): Promise<void> {
    const { done = false, value } = await this.#iterator.next();
    if (this.#stage !== 'waiting') return;
    const part = done ? END : (value as LaterPart);
    const text = writeLaterPart(part, this.#options.formatError);
    if (part.hasNext) {
      this.#stage = 'idle';
      this.push(text);
    } else {
      this.#finish(text);
      if (!done) this.#release();
    }
  }

  #finish(text: string): void {
    if (!this.#close()) return;
    this.push(text);
    this.push(null);
  }

  #fail(cause: unknown): void {
    const originalError = cause instanceof Error ? cause : new Error(String(cause));
    const error = new GraphQLError('the answer was cut short', { originalError });
    if (this.#stage !== 'over') {
      this.#finish(this.#inScope(() => writeFailedPart(this.#options.formatError(error))));
      this.#release();
    }
  }

  readonly #expireSoon = (): void => {
    if ((this.#options.signal.reason as Error | undefined)?.name !== 'TimeoutError') return;
    this.#expiry = setTimeout(() => {
      const error = new Error('the parts of an answer did not end in time');
      // A client that takes nothing would not take a last part either.
      if (this.#stage === 'waiting') this.#fail(error);
      else this.destroy(error);
    }, this.#options.graceMs ?? GRACE_MS);
  };

  /** Whether the end has been reached by this very call. */
  #close(): boolean {
    if (this.#stage === 'over') return false;
    this.#stage = 'over';
    if (this.#expiry !== null) clearTimeout(this.#expiry);
    this.#options.signal.removeEventListener('abort', this.#expireSoon);
    return true;
  }

  /** Not awaited: whoever makes the parts may still be at one. */
  #release(): void {
    this.#inScope(async () => this.#iterator.return?.()).catch(() => undefined);
  }

  #inScope<Result>(work: () => Result): Result {
    return withRequest({ requestId: this.#options.requestId }, work);
  }
}
