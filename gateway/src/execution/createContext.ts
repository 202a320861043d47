import type { Logger } from 'pino';
import type { Caller } from '../identity/caller.ts';
import type { SignAssertion } from '../identity/callerAssertion.ts';
import { createFetchRecord, type FetchRecord } from './fetchRecord.ts';
import type { GatewayContext } from './gatewayContext.ts';
import type { LaterPart } from './writtenData.ts';

export interface ContextOptions {
  readonly requestId: string;
  readonly trace: GatewayContext['trace'];
  readonly caller: Caller | null;
  readonly signal: AbortSignal;
  readonly acceptsParts: boolean;
  readonly forwarded: Readonly<Record<string, string>>;
  readonly sharingKey: string;
  readonly unauthorized: 'filter' | 'reject';
  readonly logger: Logger;
  readonly platformSubgraphs: ReadonlySet<string>;
  readonly isRecorded: boolean;
  /** Null in `--open` mode. */
  readonly signAssertion: SignAssertion | null;
}

export function createContext(options: ContextOptions): GatewayContext {
  return new RequestContext(options);
}

/** The same context with another life span, for work that is done for several requests. */
export function withSignal(context: GatewayContext, signal: AbortSignal): GatewayContext {
  return Object.create(context, { signal: { value: signal, enumerable: true } }) as GatewayContext;
}

/**
 * A class, because Apollo Server hands on a shallow copy of a context: what is set in the copy must be seen here, so it
 * lies in an object that both share.
 */
class RequestContext implements GatewayContext {
  readonly requestId: string;
  readonly trace: GatewayContext['trace'];
  readonly caller: Caller | null;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  readonly record: FetchRecord;
  readonly isRecorded: boolean;
  readonly acceptsParts: boolean;
  readonly forwarded: Readonly<Record<string, string>>;
  readonly sharingKey: string;
  readonly unauthorized: 'filter' | 'reject';
  private readonly signAssertion: SignAssertion | null;
  private readonly shared: SharedState = { laterParts: null };

  constructor(options: ContextOptions) {
    this.requestId = options.requestId;
    this.trace = options.trace;
    this.caller = options.caller;
    this.logger = options.logger;
    this.signal = options.signal;
    this.record = createFetchRecord(options.platformSubgraphs);
    this.isRecorded = options.isRecorded;
    this.acceptsParts = options.acceptsParts;
    this.forwarded = options.forwarded;
    this.sharingKey = options.sharingKey;
    this.unauthorized = options.unauthorized;
    this.signAssertion = options.signAssertion;
  }

  get laterParts(): AsyncIterable<LaterPart> | null {
    return this.shared.laterParts;
  }

  set laterParts(parts: AsyncIterable<LaterPart> | null) {
    this.shared.laterParts = parts;
  }

  assertionFor(subgraph: string, body: string): Promise<string> | null {
    const { caller, signAssertion } = this;
    return caller === null || signAssertion === null ? null : signAssertion(caller, subgraph, body);
  }
}

interface SharedState {
  laterParts: AsyncIterable<LaterPart> | null;
}
