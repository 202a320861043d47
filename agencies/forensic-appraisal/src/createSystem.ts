import { addAccessLog, addFaultSwitch } from '@tongban/agency-kit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { addApi } from './addApi.ts';
import type { SystemOptions } from './systemOptions.ts';
import { failed } from './wire/envelope.ts';
import { SystemError } from './wire/systemError.ts';

/** One event with a hundred materials fits well; anything larger is a mistake or an attack. */
const BODY_LIMIT_BYTES = 1_048_576;

/**
 * The provincial forensic appraisal system: JSON envelopes over POST, HTTP 200 whatever happens, every request signed.
 * See `docs/agencies/forensic-appraisal.md`.
 */
export function createSystem(options: SystemOptions): FastifyInstance {
  const { database, logger } = options;
  // Case writes ask for FULL themselves; a nonce that a power cut loses is worth no disk flush on every read.
  database.exec('PRAGMA synchronous = NORMAL');
  const app: FastifyInstance = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
  });
  if (options.withDrills) {
    addFaultSwitch(app);
    addAccessLog(app);
  }
  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async () => {
    database.prepare('SELECT 1').get();
    return { status: 'ready' };
  });
  app.setNotFoundHandler(async (_request, reply) =>
    reply.code(200).send(failed(new SystemError('NO_SUCH_PATH', 'see docs/agencies/forensic-appraisal.md'))),
  );
  app.register(async (api) => addApi(api, options));
  return app;
}
