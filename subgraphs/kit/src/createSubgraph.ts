import { randomUUID } from 'node:crypto';
import { ApolloServer, type BaseContext } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import type { DocumentNode } from 'graphql';
import type { Logger } from 'pino';
import { type AccessNotes, createAccessNotes } from './accessNotes.ts';
import { answerRefusal, refuse } from './answerRefusal.ts';
import { createAssertionDoor } from './assertionDoor.ts';
import type { Caller } from './caller.ts';
import type { CallerKeys } from './callerAssertion.ts';
import { evenAnswers } from './evenAnswers.ts';
import { maskSubgraphError } from './maskSubgraphError.ts';
import { reportAccess, withNotes } from './reportAccess.ts';
import { REQUEST_ID_HEADER, reportErrors } from './reportErrors.ts';
import { createSubjectTags, type SubjectTagKey, type SubjectTags } from './subjectTags.ts';

type SchemaModule = Exclude<
  Extract<Parameters<typeof buildSubgraphSchema>[0], unknown[]>[number],
  DocumentNode
>;

/** Resolvers by type and field, `__resolveReference` among them; scalars as GraphQLScalarType. */
export type SubgraphResolvers = NonNullable<SchemaModule['resolvers']>;

const BODY_LIMIT_BYTES = 4 * 1024 * 1024;
const READY_LIMIT_MS = 2000;

/** What a context is made from. */
export interface SubgraphRequest {
  readonly caller: Caller;
  readonly requestId: string;
  /** Aborts when the client has gone. */
  readonly signal: AbortSignal;
  /** Where to note each person and each case that is read for this request, shown or not. */
  readonly access: AccessNotes;
  /** The tag of a credential, under the key in use. */
  readonly tagOf: SubjectTags['tagOf'];
  /** Its tags under every key: what to look for to find all about a person. */
  readonly tagsOf: SubjectTags['tagsOf'];
}

/** What a subgraph is made of. */
export interface SubgraphOptions<Context extends BaseContext> {
  /** The name in the supergraph; assertions must be addressed to it. */
  readonly name: string;
  readonly typeDefs: DocumentNode;
  readonly resolvers: SubgraphResolvers;
  /** Called once for each request; loaders belong in here. */
  createContext(request: SubgraphRequest): Context;
  /** The gateway's public keys. Null: nobody can prove who asks, so every operation is refused; not in production. */
  readonly callerKeys: CallerKeys | null;
  /** The keys of subject tags, the one in use first; the same for every subgraph, and never the gateway's. */
  readonly subjectTagKeys: readonly SubjectTagKey[];
  readonly logger: Logger;
  /** Whether operations can be answered; asked by `/health/ready`, two seconds at most. */
  ready(): Promise<boolean>;
  readonly production: boolean;
  /** Whether there are cases here that may be hidden; the time of answers then does not tell of them (`evenAnswers`). */
  readonly hidesCases?: boolean;
}

/**
 * A subgraph's server: `POST /graphql` for the gateway, `/health/live` and `/health/ready`. No introspection, no landing
 * page, no telemetry, bodies of at most 4 MB. An operation without a valid caller assertion is a 401 whose body is a
 * GraphQL error, before its body is read; so is one whose assertion names another body or has been used. What goes wrong without a code of the error table is masked, and logged once
 * with the request id. An answer tells the gateway in `extensions.access` which persons and cases it touched (`AccessReport`).
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
  const tags = createSubjectTags(options.subjectTagKeys);
  const server = await startApollo(options);
  const app = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    genReqId: (request) => requestIdOf(request.headers[REQUEST_ID_HEADER]),
    forceCloseConnections: 'idle',
  });
  app.decorate('subgraphName', name);
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(answerRefusal);
  app.setNotFoundHandler((request, reply) =>
    refuse(request, reply, 404, 'BAD_REQUEST', 'Nothing is here; POST /graphql.'),
  );
  app.addHook('onClose', () => server.stop());
  addHealth(app, options.ready);

  const door = createAssertionDoor(app, { subgraph: name, callerKeys });
  const contexts = new WeakMap<FastifyRequest, Context>();
  app.post('/graphql', {
    onRequest: door.onRequest,
    preHandler: [
      door.preHandler,
      async (request, reply) => {
        request.headers[REQUEST_ID_HEADER] = request.id;
        const controller = new AbortController();
        reply.raw.once('close', () => {
          if (!reply.raw.writableFinished) controller.abort();
        });
        const caller = door.callerOf(request);
        const access = createAccessNotes(tags, caller.credential);
        const context = options.createContext({
          caller,
          requestId: request.id,
          signal: controller.signal,
          access,
          ...tags,
        });
        contexts.set(request, withNotes(context, access));
      },
    ],
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

async function startApollo<Context extends BaseContext>(options: SubgraphOptions<Context>) {
  const server = new ApolloServer<Context>({
    schema: buildSubgraphSchema([{ typeDefs: options.typeDefs, resolvers: options.resolvers }]),
    introspection: false,
    // Only the gateway comes here, and it says so with a header that no form or link can send.
    csrfPrevention: false,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    formatError: maskSubgraphError,
    logger: options.logger,
    plugins: [
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      reportErrors(options.logger),
      // Before answers are evened out, so that the time it takes is too.
      reportAccess(),
      ...(options.hidesCases === true ? [evenAnswers<Context>()] : []),
    ],
  });
  await server.start();
  return server;
}

function addHealth(app: FastifyInstance, isReady: () => Promise<boolean>): void {
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
  });
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async (_request, reply) => {
    const ready = !draining && (await inTime(isReady));
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
}

async function inTime(isReady: () => Promise<boolean>): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), READY_LIMIT_MS);
  try {
    return await Promise.race([isReady(), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** The gateway's request id, or a new one where it is missing or could harm a log. */
function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === 'string' && /^[\w.:-]{1,100}$/.test(header) ? header : randomUUID();
}
