import { createHash, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { addAccessLog, addFaultSwitch } from '@tongban/agency-kit';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { createCaseDesk } from './caseDesk.ts';
import { addReadRoutes } from './routes/readRoutes.ts';
import { addRegisterRoutes } from './routes/registerRoutes.ts';
import { addWriteRoutes } from './routes/writeRoutes.ts';
import { createMediationReader } from './store/mediationReader.ts';
import { createRegisterStore } from './store/registerStore.ts';
import { SystemError } from './systemError.ts';
import { createTokenBucket } from './tokenBucket.ts';

export interface SystemOptions {
  /** Opened with `migrations`; closed with the system. */
  readonly database: DatabaseSync;
  /** What callers send as `x-api-token`. */
  readonly token: string;
  readonly ratePerSecond: number;
  readonly burst: number;
  /** In production there is no fault switch and no readable access log. */
  readonly production: boolean;
  readonly logger?: FastifyBaseLogger;
  now?(): Date;
}

const MAX_BODY_BYTES = 1024 * 1024;

/** The reference mediation system over one database; `docs/agencies/mediation.md` describes its wire format. */
export function createSystem(options: SystemOptions): FastifyInstance {
  const { database, token, production, now = () => new Date() } = options;
  const app: FastifyInstance = Fastify({
    ...(options.logger === undefined ? {} : { loggerInstance: options.logger }),
    bodyLimit: MAX_BODY_BYTES,
    logController: new LogController({ disableRequestLogging: true }),
  });
  const register = createRegisterStore(database);

  app.addHook('onClose', async () => database.close());
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async () => {
    database.prepare('SELECT 1').get();
    return { status: 'ready' };
  });
  answerErrors(app);
  if (!production) {
    addFaultSwitch(app);
    addAccessLog(app);
  }
  guardEntrance(app, token, options);

  addReadRoutes(app, createMediationReader(database));
  addWriteRoutes(app, { database, register, now, desk: createCaseDesk({ database, register, now }) });
  addRegisterRoutes(app, { database, register });
  return app;
}

/** Every route but health and drills needs the token, and every request with it takes from one bucket. */
function guardEntrance(
  app: FastifyInstance,
  token: string,
  { ratePerSecond, burst }: Pick<SystemOptions, 'ratePerSecond' | 'burst'>,
): void {
  const expected = digest(token);
  const bucket = createTokenBucket({ ratePerSecond, burst, nowMs: () => performance.now() });
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/health/') || request.url.startsWith('/__')) return;
    const sent = request.headers['x-api-token'];
    if (typeof sent !== 'string' || !timingSafeEqual(digest(sent), expected)) {
      throw new SystemError(401, 'unauthorized', 'x-api-token is missing or wrong');
    }
    const waitSeconds = bucket.take();
    if (waitSeconds === null) return;
    reply.header('retry-after', waitSeconds);
    throw new SystemError(429, 'rate_limited', `more than ${ratePerSecond} requests a second; slow down`);
  });
}

function answerErrors(app: FastifyInstance): void {
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: { code: 'no_such_route', message: 'there is nothing here' } }),
  );
  app.setErrorHandler((error, request, reply) => {
    if (error instanceof SystemError) {
      return reply
        .code(error.status)
        .send({ error: { code: error.code, message: error.message, ...error.detail } });
    }
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status < 500) {
      return reply
        .code(status)
        .send({ error: { code: 'bad_request', message: 'the request cannot be read as JSON' } });
    }
    request.log.error(error);
    return reply.code(500).send({ error: { code: 'internal', message: 'the system failed' } });
  });
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
