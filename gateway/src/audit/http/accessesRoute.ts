import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requestError } from '../../errors/requestError.ts';
import type { LogStore } from '../logStore.ts';
import type { PayloadStore } from '../payloads/payloadStore.ts';
import { MAX_LOG_BODY, readLogBody, tagsOfBody } from './logBody.ts';
import { readAccesses } from './readAccesses.ts';

export interface AccessesRouteOptions {
  readonly store: LogStore;
  readonly payloads: Pick<PayloadStore, 'open'>;
  readonly readerKey: string;
}

const question = z.strictObject({
  tags: tagsOfBody,
  before: z.int().nonnegative().nullable(),
  limit: z.int().min(1).max(100),
});

/** `POST /log/accesses`, for the service that shows people who looked. What it shows whom is recorded where it is asked. */
export function addAccessesRoute(routes: FastifyInstance, options: AccessesRouteOptions): void {
  const expected = digestOf(options.readerKey);
  routes.post('/accesses', {
    bodyLimit: MAX_LOG_BODY,
    onRequest: async (request) => {
      const [, key] = /^Bearer (\S{1,256})$/.exec(request.headers.authorization ?? '') ?? [];
      // Digests, so that neither time nor length tells anything of the key.
      if (key === undefined || !timingSafeEqual(digestOf(key), expected))
        throw requestError('UNAUTHENTICATED', 'The key of the access log is missing or wrong.');
    },
    handler: async (request) => await readAccesses(options, readLogBody(question, request.body)),
  });
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
