import { Pool } from 'undici';
import type { GatewayContext } from '../execution/gatewayContext.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { acceptedEncodings, decodeBody } from './decodeBody.ts';
import { exchange, type ReceivedHeaders } from './exchange.ts';
import { createFlights } from './flights.ts';
import { type SubgraphAnswer, toSubgraphAnswer } from './subgraphAnswer.ts';
import { type FaultCode, faultOf, type SubgraphFault } from './subgraphFault.ts';
import { createSpanId } from './traceParent.ts';

/** One GraphQL operation for a subgraph. */
export interface SubgraphRequest {
  /** The body to send: JSON of `query` and, where there are any, `operationName` and `variables`. */
  readonly body: string;
  /** Mutations are not abandoned half way when the client goes, and never shared. */
  readonly isMutation: boolean;
  /** Whether an equal fetch that is under way already will do: not after a mutation, which it may not have seen. */
  readonly mayShare: boolean;
}

/** The way to one subgraph: keep-alive connections, bounded in time and size, no redirects, no retries. */
export interface SubgraphClient {
  readonly name: string;
  /**
   * Never rejects: what fails comes back as a fault. The answer is the caller's own, to do with as it likes, also where
   * the fetch was shared with others who asked the same at the same time with the same `sharingKey`.
   */
  fetch(request: SubgraphRequest, context: GatewayContext): Promise<SubgraphAnswer | SubgraphFault>;
  /** Waits for fetches under way. */
  close(): Promise<void>;
}

export interface SubgraphClientOptions {
  readonly name: string;
  readonly url: URL;
  /** Milliseconds one fetch may take from connecting to the last byte. */
  readonly timeoutMs: number;
  readonly metrics: Metrics;
  readonly maxBodyBytes?: number;
  readonly maxConnections?: number;
}

const MAX_BODY_BYTES = 8 * 1024 * 1024;
const MAX_CONNECTIONS = 64;
const JSON_TYPE = /^application\/(?:[a-z0-9.-]+\+)?json\s*(?:;|$)/i;
const MAX_RETRY_AFTER_SECONDS = 3_600;

export function createSubgraphClient(options: SubgraphClientOptions): SubgraphClient {
  const { name, url, timeoutMs, metrics } = options;
  const { maxBodyBytes = MAX_BODY_BYTES, maxConnections = MAX_CONNECTIONS } = options;
  const path = `${url.pathname}${url.search}`;
  const pool = new Pool(url.origin, {
    connections: maxConnections,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: timeoutMs },
    // The whole exchange has one time limit of its own.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const flights = createFlights<string | SubgraphFault>();

  const send = async (
    { body }: SubgraphRequest,
    context: GatewayContext,
    signal: AbortSignal | null,
  ): Promise<string | SubgraphFault> => {
    try {
      const signing = context.assertionFor(name, body);
      const assertion = signing === null ? null : await signing;
      const received = await exchange(pool, {
        path,
        headers: headersOf(context, assertion),
        body,
        timeoutMs,
        signal,
        maxBytes: maxBodyBytes,
        wantsBody: (statusCode, headers) => refusalOf(statusCode, headers) === null,
      });
      const refused = refusalOf(received.statusCode, received.headers);
      if (refused !== null) return refused;
      const encoding = single(received.headers['content-encoding']) ?? '';
      if (encoding === '' || encoding === 'identity') return received.body.toString('utf8');
      return await decodeBody(received.body, encoding, maxBodyBytes).catch(() =>
        fault('AGENCY_BAD_RESPONSE'),
      );
    } catch (error) {
      return fault(faultOf(error));
    }
  };

  return {
    name,
    async fetch(request, context) {
      const startedAt = performance.now();
      // A look that is recorded is one look of one request.
      const received =
        !request.mayShare || context.isRecorded
          ? await send(request, context, request.isMutation ? null : context.signal)
          : await flights.join(context.sharingKey + request.body, context.signal, (signal) =>
              send(request, context, signal),
            );
      const result = noteTouched(typeof received === 'string' ? read(received) : received, context);
      const outcome =
        result.kind === 'answer' ? 'ok' : isAbandoned(context.signal) ? 'cancelled' : result.code;
      metrics.fetchDone(name, outcome, (performance.now() - startedAt) / 1_000);
      if (result.kind === 'fault') {
        const { requestId, logger } = context;
        logger.warn({ requestId, subgraph: name, outcome }, 'subgraph fetch failed');
      }
      return result;
    },
    close: () => pool.close(),
  };
}

function headersOf(
  { forwarded, requestId, trace }: GatewayContext,
  assertion: string | null,
): Record<string, string> {
  const headers: Record<string, string> = {
    ...forwarded,
    'content-type': 'application/json',
    accept: 'application/graphql-response+json, application/json',
    'accept-encoding': acceptedEncodings,
    'x-request-id': requestId,
    traceparent: `00-${trace.traceId}-${createSpanId()}-${trace.flags}`,
  };
  if (assertion !== null) headers['x-caller-assertion'] = assertion;
  return headers;
}

/** Notes whose data an answer has. One of which that cannot be known is of no use where looks are recorded. */
function noteTouched(
  result: SubgraphAnswer | SubgraphFault,
  { isRecorded, record }: GatewayContext,
): SubgraphAnswer | SubgraphFault {
  if (!isRecorded || result.kind === 'fault' || result.touched === null) return result;
  if (result.touched === 'unreadable') return fault('AGENCY_BAD_RESPONSE');
  record.touched(result.touched);
  return result;
}

function read(text: string): SubgraphAnswer | SubgraphFault {
  try {
    return toSubgraphAnswer(JSON.parse(text));
  } catch {
    return fault('AGENCY_BAD_RESPONSE');
  }
}

/** The client has gone; as opposed to a request whose time is over. */
function isAbandoned(signal: AbortSignal): boolean {
  return signal.aborted && (signal.reason as Error | undefined)?.name !== 'TimeoutError';
}

/** What the head of an answer already says about it; null when the body is worth reading. */
function refusalOf(statusCode: number, headers: ReceivedHeaders): SubgraphFault | null {
  if (statusCode === 429) return fault('AGENCY_THROTTLED', retryAfterSeconds(single(headers['retry-after'])));
  if (statusCode >= 500) return fault('AGENCY_UNAVAILABLE');
  if (statusCode >= 300 && statusCode < 400) return fault('AGENCY_BAD_RESPONSE');
  if (!JSON_TYPE.test(single(headers['content-type']) ?? '')) return fault('AGENCY_BAD_RESPONSE');
  return null;
}

function fault(code: FaultCode, retryAfterSeconds: number | null = null): SubgraphFault {
  return { kind: 'fault', code, retryAfterSeconds };
}

/** `Retry-After` comes as seconds or as a date. */
function retryAfterSeconds(value: string | undefined): number | null {
  if (value === undefined) return null;
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1_000);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, 0), MAX_RETRY_AFTER_SECONDS) : null;
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(', ') : value;
}
