import type { Logger } from 'pino';
import type { Caller } from '../identity/caller.ts';
import type { FetchRecord } from './fetchRecord.ts';

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
  /** The signed assertion for a subgraph, made once per request and subgraph; null in `--open` mode. */
  assertionFor(subgraph: string): Promise<string | null>;
}
