import { type ApolloServer, HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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
import { createRequestSignal } from './requestSignal.ts';
import { createSharingKey } from './sharingKey.ts';
import { readTrace } from './traceParent.ts';

/** Levels of JSON that a request may have; variables are far flatter. */
const MAX_JSON_DEPTH = 32;
/** The headers that Apollo Server decides by; it sees no others. */
const APOLLO_HEADERS = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'];

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

declare module 'fastify' {
  interface FastifyRequest {
    /** Null outside `/graphql` and in `--open` mode. */
    caller: Caller | null;
    /** Null until GraphQL has been reached. */
    graphql: GatewayContext | null;
  }
}

/** `/graphql`: who is asking is settled before the body is read, and the whole request has one deadline. */
export function addGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const { apollo, authenticate, metrics, logger } = options;
  const contextOf = createContextReader(options);
  let inFlight = 0;
  metrics.trackInFlight(() => inFlight);
  app.decorateRequest('caller', null).decorateRequest('graphql', null);

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
    const { headers, status, body } = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: toApolloRequest(request),
      context: async () => contextOf(request, reply),
    });
    for (const [name, value] of headers) reply.header(name, value);
    if (status !== undefined) reply.code(status);
    if (body.kind !== 'complete') throw new Error('an executor answers in one piece');
    return body.string;
  };

  app.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    onRequest: [
      (request, _reply, done) => {
        if (!isHost(request.headers.host)) throw requestError('BAD_REQUEST', 'The header host is no host.');
        if (request.headers['content-encoding'] !== undefined) {
          throw requestError('BAD_REQUEST', 'The body must not be compressed.', 415);
        }
        done();
      },
      ...(authenticate === null
        ? []
        : [
            async (request: FastifyRequest) => {
              request.caller = await authenticate(request.headers);
            },
          ]),
    ],
    preValidation: (request, _reply, done) => {
      if (isDeeperThan(request.body, MAX_JSON_DEPTH)) {
        throw requestError('BAD_REQUEST', `The body is nested deeper than ${MAX_JSON_DEPTH} levels.`);
      }
      done();
    },
    handler: async (request, reply) => {
      inFlight += 1;
      try {
        return await withRequest({ requestId: request.id }, () => answer(request, reply));
      } finally {
        inFlight -= 1;
      }
    },
    onResponse: (request, reply, done) => {
      const missing = request.graphql?.record.completeness()?.missing ?? [];
      const status = reply.statusCode;
      const outcome =
        status >= 500 ? 'failed' : status >= 400 ? 'refused' : missing.length > 0 ? 'partial' : 'data';
      metrics.requestDone(outcome, reply.elapsedTime / 1_000);
      logger.info(
        {
          requestId: request.id,
          subject: request.caller?.subject,
          status,
          outcome,
          missing,
          durationMs: Math.round(reply.elapsedTime),
        },
        'request answered',
      );
      done();
    },
  });
}

function createContextReader(options: GraphqlRouteOptions) {
  const { forwardHeaders, requestTimeoutMs, logger, platformSubgraphs, signAssertion } = options;
  const sharingKeyOf = createSharingKey(forwardHeaders);
  return (request: FastifyRequest, reply: FastifyReply): GatewayContext => {
    const { id, headers, caller } = request;
    const context = createContext({
      requestId: id,
      trace: readTrace(headers.traceparent),
      caller,
      signal: createRequestSignal(reply.raw, requestTimeoutMs),
      acceptsParts: false,
      forwarded: readForwarded(headers, forwardHeaders),
      sharingKey: sharingKeyOf(headers),
      logger,
      platformSubgraphs,
      signAssertion,
    });
    request.graphql = context;
    return context;
  };
}

function toApolloRequest({ method, url, headers, body }: FastifyRequest): HTTPGraphQLRequest {
  const seen = new HeaderMap();
  for (const name of APOLLO_HEADERS) {
    const value = headers[name];
    if (typeof value === 'string') seen.set(name, value);
  }
  const search = method === 'GET' ? url.indexOf('?') : -1;
  return { method, headers: seen, search: search < 0 ? '' : url.slice(search), body };
}

/** Hosts of the common forms are known by sight; whatever else a URL could have is left to the URL parser. */
function isHost(host: string | undefined): boolean {
  return host !== undefined && (/^[\w.-]+(?::\d{1,5})?$/.test(host) || URL.canParse(`http://${host}/`));
}
