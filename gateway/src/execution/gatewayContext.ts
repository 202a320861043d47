import type { Logger } from 'pino';
import type { Caller } from '../identity/caller.ts';
import type { FetchRecord } from './fetchRecord.ts';
import type { LaterPart } from './writtenData.ts';

/** Everything that belongs to one client request; made when it arrives, dropped when its answer has left. */
export interface GatewayContext {
  readonly requestId: string;
  /** W3C trace id and flags that every fetch of this request carries on. */
  readonly trace: { readonly traceId: string; readonly flags: string };
  /** Null in `--open` mode only. */
  readonly caller: Caller | null;
  readonly logger: Logger;
  /** Aborts when the client has gone or the request's time is over. */
  readonly signal: AbortSignal;
  readonly record: FetchRecord;
  /** Whether looks at personal data are recorded; then nothing that is fetched for one request is shown to another. */
  readonly isRecorded: boolean;
  /** Whether the client reads an answer in parts, so that `@defer` may be honoured. */
  readonly acceptsParts: boolean;
  /** Headers of the request that are sent on with every fetch, by name in lower case. */
  readonly forwarded: Readonly<Record<string, string>>;
  /**
   * The same for two requests exactly when every header is the same that an answer of a subgraph may depend on: only
   * then may one request take what was fetched for the other.
   */
  readonly sharingKey: string;
  /**
   * What becomes of an operation that asks for something which its caller may not see: the rest is answered, or nothing is
   * fetched at all.
   */
  readonly unauthorized: 'filter' | 'reject';
  /**
   * The later parts of a deferred answer; null when there are none. The executor sets it before it answers, and whoever
   * sends the answer reads it to its end, or calls `return` on its iterator when the client has gone.
   */
  laterParts: AsyncIterable<LaterPart> | null;
  /** A fresh signed assertion, good for one fetch of this very body from this subgraph; null in `--open` mode. */
  assertionFor(subgraph: string, body: string): Promise<string> | null;
}
