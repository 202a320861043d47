import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Admission } from '../admission/createAdmission.ts';
import { createTurnstile } from '../admission/turnstile.ts';
import { requestError } from '../errors/requestError.ts';
import type { GatewayContext } from '../execution/gatewayContext.ts';
import type { Authenticate } from '../identity/authenticator.ts';
import type { Caller } from '../identity/caller.ts';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { withRequest } from '../telemetry/requestScope.ts';
import { type AnswerOptions, createAnswerGraphql } from './answerGraphql.ts';
import { GRAPHQL_PATH } from './createHttpServer.ts';
import { isDeeperThan } from './jsonDepth.ts';
import { type AcceptedTypes, GRAPHQL_TYPE, readAccept } from './readAccept.ts';
import { refuseForged } from './refuseForged.ts';

/** Levels of JSON that a request may have; variables are far flatter. */
const MAX_JSON_DEPTH = 32;
/** Operations begun in one turn of the event loop. */
const STARTS_PER_TURN = 1;

export interface GraphqlRouteOptions extends AnswerOptions {
  /** Null in `--open` mode. */
  readonly authenticate: Authenticate | null;
  readonly admission: Pick<Admission, 'admitOperation' | 'rateLimits' | 'loadGate'>;
  readonly metrics: Metrics;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null outside `/graphql` and in `--open` mode. */
    caller: Caller | null;
    /** Null until GraphQL has been reached. */
    graphql: GatewayContext | null;
    /** Null outside `/graphql`. */
    accepted: AcceptedTypes | null;
    /** The status that a request was refused with, where the client is shown another; null else. */
    refusedWith: number | null;
    /** Turned away because there is too much to do. */
    isShed: boolean;
  }
}

/** `/graphql`: who is asking is settled before the body is read, and the whole request has one deadline. */
export function addGraphqlRoute(app: FastifyInstance, options: GraphqlRouteOptions): void {
  const { authenticate, metrics, logger } = options;
  const { rateLimits, loadGate } = options.admission;
  const answer = createAnswerGraphql(options);
  const turnstile = createTurnstile(STARTS_PER_TURN);
  let inFlight = 0;
  metrics.trackInFlight(() => inFlight);
  for (const name of ['caller', 'graphql', 'accepted', 'refusedWith']) app.decorateRequest(name, null);
  app.decorateRequest('isShed', false);

  app.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    exposeHeadRoute: false,
    onRequest: [
      (request, _reply, done) => {
        inFlight += 1;
        // First of all: whoever is turned away should cost nothing.
        try {
          loadGate.admit(inFlight);
        } catch (error) {
          request.isShed = true;
          throw error;
        }
        request.accepted = admit(request);
        done();
      },
      ...(rateLimits === null ? [] : [(request: FastifyRequest) => rateLimits.admitAddress(request.ip)]),
      ...(authenticate === null
        ? []
        : [
            async (request: FastifyRequest) => {
              request.caller = await authenticate(request.headers).catch(async (error: unknown) => {
                if (isBadToken(error, request)) await rateLimits?.admitBadToken(request.ip);
                throw error;
              });
              await rateLimits?.admitCaller(request.caller);
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
      const turn = turnstile.enter();
      if (turn !== null) await turn;
      await withRequest({ requestId: request.id }, () =>
        answer(request, reply, request.accepted ?? readAccept(undefined)),
      );
      return reply;
    },
    // Not before the last byte: an answer in parts is under way for longer than its handler.
    onResponse: (request, reply, done) => {
      inFlight -= 1;
      if (request.isShed) {
        // No line in the log, either: there may be very many.
        metrics.requestDone('shed', reply.elapsedTime / 1_000);
        return done();
      }
      const missing = request.graphql?.record.completeness()?.missing ?? [];
      const status = request.refusedWith ?? reply.statusCode;
      const outcome =
        status >= 500 ? 'failed' : status >= 400 ? 'refused' : missing.length > 0 ? 'partial' : 'data';
      metrics.requestDone(outcome, reply.elapsedTime / 1_000);
      logger.info(
        {
          requestId: request.id,
          subject: request.caller?.subject,
          status: reply.statusCode,
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

/** A token that was sent and refused; without one nobody tries to get in. */
function isBadToken(error: unknown, { headers }: FastifyRequest): boolean {
  const isRefused = error instanceof GraphQLError && error.extensions.code === 'UNAUTHENTICATED';
  return isRefused && headers.authorization !== undefined;
}

/**
 * What can be seen of a request before anything is read or looked up.
 * @throws {GraphQLError} when nothing good can come of it.
 */
function admit({ method, headers }: FastifyRequest): AcceptedTypes {
  if (!isHost(headers.host)) throw requestError('BAD_REQUEST', 'The header host is no host.');
  if (headers['content-encoding'] !== undefined) {
    throw requestError('BAD_REQUEST', 'The body must not be compressed.', 415);
  }
  refuseForged(method, headers);
  const accepted = readAccept(headers.accept);
  // Before anything is executed: a mutation whose answer nobody can read should not happen.
  if (accepted.single === null && !accepted.parts) {
    throw requestError(
      'BAD_REQUEST',
      `Nothing that the header accept names can be sent; name ${GRAPHQL_TYPE}.`,
      406,
    );
  }
  return accepted;
}

/** Hosts of the common forms are known by sight; whatever else a URL could have is left to the URL parser. */
function isHost(host: string | undefined): boolean {
  return host !== undefined && (/^[\w.-]+(?::\d{1,5})?$/.test(host) || URL.canParse(`http://${host}/`));
}
