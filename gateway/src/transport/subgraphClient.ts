import { randomBytes } from 'node:crypto';
import { Pool } from 'undici';
import type { GatewayContext } from '../execution/gatewayContext.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { acceptedEncodings, readBoundedBody } from './readBoundedBody.ts';
import { type SubgraphAnswer, toSubgraphAnswer } from './subgraphAnswer.ts';
import { type FaultCode, faultOf, type SubgraphFault } from './subgraphFault.ts';

/** One GraphQL operation for a subgraph. */
export interface SubgraphRequest {
  /** The body to send: JSON of `query` and, where there are any, `operationName` and `variables`. */
  readonly body: string;
  /** Mutations are not abandoned half way when the client goes. */
  readonly isMutation: boolean;
}

/** The way to one subgraph: keep-alive connections, bounded in time and size, no redirects, no retries. */
export interface SubgraphClient {
  readonly name: string;
  /** Never rejects: what fails comes back as a fault. */
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
  const {
    name,
    url,
    timeoutMs,
    metrics,
    maxBodyBytes = MAX_BODY_BYTES,
    maxConnections = MAX_CONNECTIONS,
  } = options;
  const path = `${url.pathname}${url.search}`;
  const pool = new Pool(url.origin, {
    connections: maxConnections,
    pipelining: 1,
    allowH2: false,
    connect: { timeout: timeoutMs },
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });

  const send = async (request: SubgraphRequest, context: GatewayContext, signal: AbortSignal) => {
    const assertion = await context.assertionFor(name);
    const { statusCode, headers, body } = await pool.request({
      path,
      method: 'POST',
      signal,
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        'accept-encoding': acceptedEncodings,
        'x-request-id': context.requestId,
        traceparent: `00-${context.trace.traceId}-${randomBytes(8).toString('hex')}-${context.trace.flags}`,
        ...(assertion === null ? {} : { 'x-caller-assertion': assertion }),
      },
      body: request.body,
    });

    // Whoever reads the body sees its error; a body that is dropped unread must not take the process with it.
    body.on('error', () => undefined);
    const refused = refusalOf(statusCode, headers);
    if (refused !== null) {
      // Read to the end or cut: either way the connection is not left hanging on an answer nobody wants.
      await body.dump({ limit: 64 * 1024, signal }).catch(() => undefined);
      return refused;
    }
    try {
      return toSubgraphAnswer(
        JSON.parse(await readBoundedBody(body, single(headers['content-encoding']), maxBodyBytes)),
      );
    } catch (error) {
      body.destroy();
      return fault(faultOf(error, true));
    }
  };

  return {
    name,
    async fetch(request, context) {
      const startedAt = performance.now();
      const deadline = AbortSignal.timeout(timeoutMs);
      const signal = request.isMutation ? deadline : AbortSignal.any([deadline, context.signal]);
      const result = await send(request, context, signal).catch((error: unknown) =>
        fault(faultOf(error, false)),
      );
      const outcome =
        result.kind === 'answer' ? 'ok' : isAbandoned(context.signal) ? 'cancelled' : result.code;
      metrics.fetchDone(name, outcome, (performance.now() - startedAt) / 1_000);
      if (result.kind === 'fault') {
        context.logger.warn(
          { requestId: context.requestId, subgraph: name, outcome },
          'subgraph fetch failed',
        );
      }
      return result;
    },
    close: () => pool.close(),
  };
}

/** The client has gone; as opposed to a request whose time is over. */
function isAbandoned(signal: AbortSignal): boolean {
  return signal.aborted && (signal.reason as Error | undefined)?.name !== 'TimeoutError';
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** What the head of an answer already says about it; null when the body is worth reading. */
function refusalOf(statusCode: number, headers: Headers): SubgraphFault | null {
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
