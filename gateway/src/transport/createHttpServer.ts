import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { requestError } from '../errors/requestError.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { createErrorHandler } from './errorReply.ts';
import { readRequestId } from './requestId.ts';

export const GRAPHQL_PATH = '/graphql';

const MAX_BODY_BYTES = 256 * 1024;
/** Milliseconds a client may take to send its headers, and its whole request. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 15_000;
/** Milliseconds between two looks for clients that are over these times; Node.js itself would look every 30 s. */
const CHECKING_INTERVAL_MS = 1_000;
const KEEP_ALIVE_TIMEOUT_MS = 65_000;

/** The HTTP side without GraphQL: limits, request ids, errors, health and metrics. */
export function createHttpServer(o: {
  logger: Logger;
  metrics: Metrics;
  /** Addresses and networks of proxies whose `x-forwarded-for` is believed. */
  trustedProxies: readonly string[];
  maxConnections: number;
  /** Why requests should go elsewhere for now; empty when they should not. */
  notReady(): readonly string[];
  /** Once true, connections are closed as their requests are answered. */
  isDraining(): boolean;
}): FastifyInstance {
  const app = Fastify({
    loggerInstance: o.logger as FastifyBaseLogger,
    // The URL of a GET request holds its query, and may hold personal data.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MAX_BODY_BYTES,
    trustProxy: o.trustedProxies.length === 0 ? false : [...o.trustedProxies],
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    genReqId: (request) => readRequestId(request.headers['x-request-id']),
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CHECKING_INTERVAL_MS },
  });
  app.server.maxConnections = o.maxConnections;
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(createErrorHandler(o.logger) as never);
  app.addHook('onRequest', (request, reply, done) => {
    reply
      .header('x-request-id', request.id)
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff');
    // Not in a handler: Fastify would first find fault with the body.
    if (request.is404) throw notFound(request, reply);
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (o.isDraining()) reply.header('connection', 'close');
    done();
  });
  app.addHook('onResponse', (request, _reply, done) => {
    // An answer in parts may have begun, and promised to keep the connection, before draining did.
    if (o.isDraining()) request.raw.socket.destroySoon();
    done();
  });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const reasons = o.notReady();
    return reply
      .code(reasons.length === 0 ? 200 : 503)
      .send(reasons.length === 0 ? { status: 'ready' } : { status: 'not ready', reasons });
  });
  app.get('/metrics', async (_request, reply) => {
    const { text, contentType } = await o.metrics.read();
    return reply.type(contentType).send(text);
  });
  return app;
}

/** GraphQL is found by every method, and lets most of them go. */
function notFound(request: FastifyRequest, reply: FastifyReply): GraphQLError {
  const [path] = request.url.split('?');
  if (path !== GRAPHQL_PATH) {
    return requestError('BAD_REQUEST', `There is nothing here; GraphQL is at ${GRAPHQL_PATH}.`, 404);
  }
  reply.header('allow', 'GET, POST');
  return requestError('BAD_REQUEST', 'GraphQL is asked with POST, or with GET for queries.', 405);
}
