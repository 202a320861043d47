import { createEventFeed, createIdempotency } from '@tongban/agency-kit';
import type { FastifyInstance } from 'fastify';
import { createEventEndpoint } from './eventEndpoint.ts';
import { addReadEndpoints } from './readEndpoints.ts';
import { createNonceStore } from './signing/nonceStore.ts';
import { SIGNATURE_WINDOW_MS, verifyRequest } from './signing/verifyRequest.ts';
import { createCaseReader } from './store/caseReader.ts';
import { createCaseWriter } from './store/caseWriter.ts';
import { createRegisterReader } from './store/registerReader.ts';
import type { SystemOptions } from './systemOptions.ts';
import { failed } from './wire/envelope.ts';
import { bodyOf } from './wire/readBody.ts';
import { SystemError } from './wire/systemError.ts';

/** The signed part of the system: everything under `/api`. */
export function addApi(api: FastifyInstance, options: SystemOptions): void {
  const { database, appId, secret, now } = options;
  const verifier = { appId, secret, now, nonces: createNonceStore(database, SIGNATURE_WINDOW_MS) };

  api.removeAllContentTypeParsers();
  // The signature covers the bytes, so they are kept as they came until it is checked.
  api.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  if (options.maxRequestsPerSecond !== null) addThrottle(api, options.maxRequestsPerSecond, now);
  api.addHook('preValidation', async (request) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    verifyRequest(verifier, request.headers, { method: request.method, path: request.url, body });
  });
  api.setErrorHandler(async (error, request, reply) => {
    const envelope = failed(error);
    if (envelope.code >= 50_000) request.log.error({ err: error }, 'request failed');
    return reply.code(200).send(envelope);
  });

  const reader = createCaseReader(database);
  const feed = createEventFeed(database);
  addReadEndpoints(api, { reader, feed });
  const recordEvent = createEventEndpoint({
    database,
    reader,
    feed,
    now,
    writer: createCaseWriter(database),
    register: createRegisterReader(database),
    idempotency: createIdempotency(database),
  });
  api.post('/api/case/event', async (request, reply) =>
    reply.type('application/json; charset=utf-8').send(recordEvent(bodyOf(request.body))),
  );
}

/** Counts requests in whole seconds; those beyond the limit are told when to come back. */
function addThrottle(api: FastifyInstance, maxRequestsPerSecond: number, now: () => number): void {
  let second = 0;
  let count = 0;
  api.addHook('onRequest', async () => {
    const current = Math.floor(now() / 1000);
    count = current === second ? count + 1 : 1;
    second = current;
    if (count > maxRequestsPerSecond) {
      throw new SystemError('THROTTLED', `${maxRequestsPerSecond} requests a second`, {
        retryAfterSeconds: 1,
      });
    }
  });
}
