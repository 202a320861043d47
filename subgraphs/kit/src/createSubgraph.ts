import { randomUUID } from 'node:crypto';
import { ApolloServer, type ApolloServerPlugin, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
} from 'fastify';
import type { DocumentNode } from 'graphql';
import { createLocalJWKSet, type JSONWebKeySet } from 'jose';
import type { Logger } from 'pino';
import type { Caller } from './caller.ts';
import { CALLER_ASSERTION_HEADER, verifyAssertion } from './callerAssertion.ts';
import { isDeliberate, maskSubgraphError } from './maskSubgraphError.ts';

type SchemaModule = Exclude<
  Extract<Parameters<typeof buildSubgraphSchema>[0], unknown[]>[number],
  DocumentNode
>;

/** Resolvers by type and field, `__resolveReference` among them; scalars as GraphQLScalarType. */
export type SubgraphResolvers = NonNullable<SchemaModule['resolvers']>;

const REQUEST_ID_HEADER = 'x-request-id';
const BODY_LIMIT_BYTES = 4 * 1024 * 1024;

/** What a subgraph is made of. */
export interface SubgraphOptions<Context extends BaseContext> {
  /** The name in the supergraph; assertions must be addressed to it. */
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly resolvers: SubgraphResolvers;
  /** Called once for each request; loaders belong in here. `signal` aborts when the client has gone. */
  createContext(request: { caller: Caller; requestId: string; signal: AbortSignal }): Context;
  /** The gateway's public keys. Null: nobody can prove who asks, so every operation is refused; not in production. */
  readonly callerKeys: JSONWebKeySet | null;
  readonly logger: Logger;
  /** Whether operations can be answered; asked by `/health/ready`. */
  ready(): Promise<boolean>;
  readonly production: boolean;
}

/**
 * A subgraph's server: `POST /graphql` for the gateway, `/health/live` and `/health/ready`. No introspection, no landing
 * page, no telemetry, bodies of at most 4 MB. An operation without a valid caller assertion is a 401 whose body is a
 * GraphQL error. What goes wrong without a code of the error table is masked, and logged once with the request id.
 *
 * @throws Error when type definitions and resolvers do not fit, or keys are missing in production.
 */
export async function createSubgraph<Context extends BaseContext>(
  options: SubgraphOptions<Context>,
): Promise<FastifyInstance> {
  const { name, callerKeys, logger } = options;
  if (options.production && (callerKeys === null || callerKeys.keys.length === 0)) {
    throw new Error(`${name}: callerKeys are required in production`);
  }
  const contexts = new WeakMap<FastifyRequest, Context>();
  const server = new ApolloServer<Context>({
    schema: buildSubgraphSchema([{ typeDefs: options.typeDefs, resolvers: options.resolvers }]),
    introspection: false,
    csrfPrevention: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    formatError: maskSubgraphError,
    logger,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      reportErrors(logger),
    ],
  });
  await server.start();

  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    disableRequestLogging: true,
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: (request) => requestIdOf(request.headers[REQUEST_ID_HEADER]),
    forceCloseConnections: 'idle',
  });
  app.decorate('subgraphName', name);
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.addHook('onClose', () => server.stop());
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) =>
    refuse(request, reply, 404, 'BAD_REQUEST', 'Nothing is here; POST /graphql.'),
  );

  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = !draining && (await options.ready().catch(() => false));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });

  const keys = callerKeys === null ? null : createLocalJWKSet(callerKeys);
  app.post('/graphql', {
    onRequest: async (request, reply) => {
      const caller = await callerOf(request, name, keys);
      if (caller === null) {
        return refuse(
          request,
          reply,
          401,
          'UNAUTHENTICATED',
          'No valid caller assertion came with the request.',
        );
      }
      request.headers[REQUEST_ID_HEADER] = request.id;
      const controller = new AbortController();
      reply.raw.once('close', () => {
        if (!reply.raw.writableFinished) controller.abort();
      });
      const context = options.createContext({ caller, requestId: request.id, signal: controller.signal });
      contexts.set(request, context);
      return undefined;
    },
    handler: fastifyApolloHandler(server, {
      context: async (request) => {
        const context = contexts.get(request);
        if (context === undefined) throw new Error('The request has no context');
        return context;
      },
    }),
  });
  return app;
}

async function callerOf(
  request: FastifyRequest,
  subgraph: string,
  keys: ReturnType<typeof createLocalJWKSet> | null,
): Promise<Caller | null> {
  const assertion = request.headers[CALLER_ASSERTION_HEADER];
  if (keys === null || typeof assertion !== 'string') return null;
  try {
    return await verifyAssertion(assertion, { keys, subgraph, requestId: request.id });
  } catch (error) {
    request.log.warn(
      { requestId: request.id, reason: (error as { code?: string }).code ?? 'INVALID' },
      'caller assertion refused',
    );
    return null;
  }
}

/** The gateway's request id, or a new one where it is missing or could harm a log. */
function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{1,100}$/.test(header) ? header : randomUUID();
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply) {
  const status = error.statusCode ?? 500;
  if (status < 500)
    return refuse(
      request,
      reply,
      status,
      'BAD_REQUEST',
      'The request is not a GraphQL request that can be read.',
    );
  request.log.error({ err: error, requestId: request.id }, 'request failed');
  return refuse(
    request,
    reply,
    500,
    'INTERNAL_SERVER_ERROR',
    'Something failed on our side; report extensions.requestId.',
  );
}

function refuse(request: FastifyRequest, reply: FastifyReply, status: number, code: string, message: string) {
  return reply.code(status).send({ errors: [{ message, extensions: { code, requestId: request.id } }] });
}

/** Logs what is not the client's doing, once, and gives every error the request id. */
function reportErrors<Context extends BaseContext>(logger: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart({ request }) {
      const requestId = request.http?.headers.get(REQUEST_ID_HEADER);
      return {
        async didEncounterErrors({ errors }) {
          for (const error of errors) {
            const thrown = error.originalError ?? error;
            if (!isDeliberate(error))
              logger.error({ err: thrown, requestId, path: error.path }, 'resolver failed');
            else if (thrown.cause !== undefined)
              logger.warn({ err: thrown, requestId, path: error.path }, 'agency failed');
          }
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { singleResult } = response.body;
          if (singleResult.errors === undefined) return;
          singleResult.errors = singleResult.errors.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }));
        },
      };
    },
  };
}
