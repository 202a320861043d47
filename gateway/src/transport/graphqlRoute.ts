import type { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { requestError } from '../errors/requestError.ts';
import { createContext } from '../execution/createContext.ts';
import type { GatewayContext } from '../execution/gatewayContext.ts';
import type { Authenticate } from '../identity/authenticator.ts';
import type { Caller } from '../identity/caller.ts';
import type { SignAssertion } from '../identity/callerAssertion.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { withRequest } from '../telemetry/requestScope.ts';
import { readForwarded } from './forwardedHeaders.ts';
import { isDeeperThan } from './jsonDepth.ts';
import { createSharingKey } from './sharingKey.ts';
import { readTrace } from './traceParent.ts';

/** Levels of JSON that a request may have; variables are far flatter. */
const MAX_JSON_DEPTH = 32;

export interface GraphqlRouteOptions {
  readonly apollo: ApolloServer<GatewayContext>;
  /** Null in `--open` mode. */
  readonly authenticate: Authenticate | null;
  readonly signAssertion: SignAssertion | null;
  readonly platformSubgraphs: ReadonlySet<string>;
  /** Names of headers, in lower case, that go on to the subgraphs. */
  readonly forwardHeaders: readonly string[];
  readonly requestTimeoutMs: number;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

/** `/graphql`: who is asking is settled before the body is read, and the whole request has one deadline. */
export function addGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const { apollo, authenticate, metrics, logger, requestTimeoutMs, forwardHeaders } = options;
  const sharingKeyOf = createSharingKey(forwardHeaders);
  const callers = new WeakMap<FastifyRequest, Caller>();
  const contexts = new WeakMap<FastifyRequest, GatewayContext>();
  let inFlight = 0;
  metrics.trackInFlight(() => inFlight);

  const handle = fastifyApolloHandler(apollo, {
    context: async (request, reply) => {
      const { platformSubgraphs, signAssertion } = options;
      const gone = new AbortController();
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) gone.abort();
      });
      const context = createContext({
        requestId: request.id,
        trace: readTrace(request.headers.traceparent),
        caller: callers.get(request) ?? null,
        signal: AbortSignal.any([gone.signal, AbortSignal.timeout(requestTimeoutMs)]),
        acceptsParts: false,
        forwarded: readForwarded(request.headers, forwardHeaders),
        sharingKey: sharingKeyOf(request.headers),
        logger,
        platformSubgraphs,
        signAssertion,
      });
      contexts.set(request, context);
      return context;
    },
  });

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: async (request) => {
      if (!URL.canParse(`http://${request.hostname}/`))
        throw requestError('BAD_REQUEST', 'The header host is no host.');
      if (request.headers['content-encoding'] !== undefined) {
        throw requestError('BAD_REQUEST', 'The body must not be compressed.', 415);
      }
      if (authenticate !== null) callers.set(request, await authenticate(request.headers));
    },
    preValidation: async (request) => {
      if (isDeeperThan(request.body, MAX_JSON_DEPTH)) {
        throw requestError('BAD_REQUEST', `The body is nested deeper than ${MAX_JSON_DEPTH} levels.`);
      }
    },
    handler: async function (request, reply) {
      inFlight += 1;
      try {
        return await withRequest({ requestId: request.id }, () => handle.call(this, request, reply));
      } finally {
        inFlight -= 1;
      }
    },
    onResponse: async (request, reply) => {
      const context = contexts.get(request);
      const { missing = [] } = context?.record.completeness() ?? {};
      const status = reply.statusCode;
      const outcome =
        status >= 500 ? 'failed' : status >= 400 ? 'refused' : missing.length > 0 ? 'partial' : 'data';
      metrics.requestDone(outcome, reply.elapsedTime / 1_000);
      logger.info(
        {
          requestId: request.id,
          subject: callers.get(request)?.subject,
          status,
          outcome,
          missing,
          durationMs: Math.round(reply.elapsedTime),
        },
        'request answered',
      );
    },
  });
}
