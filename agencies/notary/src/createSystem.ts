import { createHash, timingSafeEqual } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { addAccessLog, addFaultSwitch, createEventFeed, createIdempotency } from '@tongban/agency-kit';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { answerQuery } from './operations/query.ts';
import { answerSubmit } from './operations/submit.ts';
import { createCaseFinder } from './store/caseFinder.ts';
import { createCaseReader } from './store/caseReader.ts';
import { createCaseSaver } from './store/caseSaver.ts';
import { createRegister } from './store/register.ts';
import { encodeGb18030 } from './wire/gb18030.ts';
import { readRequest } from './wire/readRequest.ts';
import { WireError } from './wire/wireError.ts';
import { writeXml } from './wire/writeXml.ts';

/** Large enough for any request of the interface; 50 keys take some 3 KB. */
const MAX_REQUEST_BYTES = 256 * 1024;

export interface NotarySystemOptions {
  readonly database: DatabaseSync;
  readonly username: string;
  readonly password: string;
  /** In production neither the fault switch nor the access log exists. */
  readonly production: boolean;
  readonly logLevel: string;
  now(): Date;
}

/**
 * The notary offices' system: XML in GB18030 over HTTP, as docs/agencies/notary.md describes it. The database must have
 * this package's migrations.
 */
export function createSystem(options: NotarySystemOptions): FastifyInstance {
  const { database } = options;
  const app = fastify({ bodyLimit: MAX_REQUEST_BYTES, logger: { level: options.logLevel } });
  const store = {
    database,
    finder: createCaseFinder(database),
    reader: createCaseReader(database),
    saver: createCaseSaver(database),
    register: createRegister(database),
    feed: createEventFeed(database),
    idempotency: createIdempotency(database),
    now: options.now,
  };
  const isAuthorized = createBasicCheck(options.username, options.password);

  if (!options.production) {
    addFaultSwitch(app);
    addAccessLog(app);
  }
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => {
    const refusal = toWireError(error);
    if (refusal.code === 'E9001') request.log.error(error);
    return sendXml(
      reply,
      writeXml([
        '错误',
        [
          ['代码', refusal.code],
          ['信息', refusal.message],
        ],
      ]),
    );
  });

  app.get('/health/live', async () => ({ status: 'live' }));
  app.get('/health/ready', async () => {
    database.prepare('SELECT 1').get();
    return { status: 'ready' };
  });
  app.register(async (interfaces) => {
    interfaces.addHook('onRequest', async (request, reply) => {
      if (isAuthorized(request.headers.authorization)) return;
      reply.code(401).header('www-authenticate', 'Basic realm="notary", charset="UTF-8"');
      throw new WireError('E2001');
    });
    interfaces.post('/query.do', async (request, reply) =>
      sendXml(reply, writeXml(answerQuery(readRequest(request.body).content, store))),
    );
    interfaces.post('/submit.do', async (request, reply) =>
      sendXml(reply, answerSubmit(request.body, store)),
    );
  });
  return app;
}

function sendXml(reply: FastifyReply, text: string): FastifyReply {
  if (reply.statusCode !== 401) reply.code(200);
  return reply.header('content-type', 'text/xml; charset=GB18030').send(encodeGb18030(text));
}

function toWireError(error: unknown): WireError {
  if (error instanceof WireError) return error;
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) return new WireError('E1005');
  return new WireError(statusCode !== undefined && statusCode < 500 ? 'E1001' : 'E9001');
}

/** Compares digests, so that neither the length nor the place of a difference shows in the time. */
function createBasicCheck(username: string, password: string) {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const expected = digest(`Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`);
  return (header: string | undefined): boolean => timingSafeEqual(digest(header ?? ''), expected);
}
