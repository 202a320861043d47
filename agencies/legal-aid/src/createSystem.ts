import type { DatabaseSync } from 'node:sqlite';
import { addAccessLog, addFaultSwitch, createEventFeed } from '@tongban/agency-kit';
import fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import { answerProblems } from './answerProblems.ts';
import { createBearerCheck } from './bearerKey.ts';
import { createCaseIntake } from './caseIntake.ts';
import { createCaseWriter } from './caseWriter.ts';
import { openApi } from './openApi.ts';
import { caseOperations } from './routes/caseOperations.ts';
import { consultationOperations } from './routes/consultationOperations.ts';
import { feedOperations } from './routes/feedOperations.ts';
import { registerOperations } from './routes/registerOperations.ts';
import { writeOperations } from './routes/writeOperations.ts';
import { serveOperations } from './serveOperations.ts';
import { createCaseFinder } from './store/caseFinder.ts';
import { createCaseReader } from './store/caseReader.ts';
import { createConsultations } from './store/consultations.ts';
import { createNumbering } from './store/numbering.ts';
import { createRegister } from './store/register.ts';

export interface SystemOptions {
  /** Opened with `migrations`; the caller closes it. */
  readonly database: DatabaseSync;
  /** The key that callers send as `Authorization: Bearer`. */
  readonly apiKey: string;
  /** In production there is neither a fault switch nor a readable access log. */
  readonly production: boolean;
  /** Absent: nothing is logged. */
  readonly logger?: FastifyBaseLogger;
  /** The clock; the real one unless a test hands in its own. */
  readonly now?: () => Date;
  /** The place in the numbers this agency gives, as in `（2026）测援给字第0001号`. */
  readonly numberingPlace?: string;
}

/**
 * Builds the reference legal aid system: REST and JSON over its own SQLite file. It does not listen yet.
 * `/health/live`, `/health/ready` and `/openapi.json` are open; everything else needs the key.
 */
export function createSystem(options: SystemOptions): FastifyInstance {
  const { database, apiKey, production, logger, now = () => new Date(), numberingPlace = '测' } = options;
  const app = fastify({
    ...(logger === undefined ? { logger: false } : { loggerInstance: logger }),
    // Fastify's own request log would hold query strings.
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    requestTimeout: 10_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
  });
  // JSON is the only thing a caller may send.
  app.removeContentTypeParser('text/plain');
  answerProblems(app);
  if (!production) {
    addAccessLog(app);
    addFaultSwitch(app);
  }

  const register = createRegister(database);
  const readCases = createCaseReader(database);
  const writing = { database, register, now, numbering: createNumbering(database, numberingPlace) };
  const operations = [
    ...caseOperations({ finder: createCaseFinder(database), readCases }),
    ...writeOperations({ intake: createCaseIntake(writing), writeCase: createCaseWriter(writing) }),
    ...consultationOperations(createConsultations(database)),
    ...registerOperations(register),
    ...feedOperations(createEventFeed(database)),
  ];
  const description = openApi(operations);
  const ping = database.prepare('SELECT 1');

  app.get('/openapi.json', async () => description);
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async () => {
    ping.get();
    return { status: 'ok' };
  });
  serveOperations(app, { operations, database, checkCaller: createBearerCheck(apiKey) });
  return app;
}
