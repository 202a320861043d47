import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { requestError } from '../../errors/requestError.ts';
import type { LogStore } from '../logStore.ts';
import { readTlogResource } from '../tlogResource.ts';
import type { AdmitAuditor } from './auditorDoor.ts';
import { type RecordReading, readingOf } from './reading.ts';

export interface TlogRoutesOptions {
  readonly store: LogStore;
  readonly admit: AdmitAuditor;
  readonly record: RecordReading;
  readonly policy: string | null;
}

/** The files of C2SP tlog-tiles. A tile of some width never changes, and hashes tell nobody anything; records stay with who asked. */
const IMMUTABLE = 'public, max-age=31536000, immutable';
const TEXT = 'text/plain; charset=utf-8';

export function addTlogRoutes(routes: FastifyInstance, options: TlogRoutesOptions): void {
  const { store, admit, record, policy } = options;

  const read = async (path: string) => {
    const resource = await readTlogResource(store, path);
    if (resource === null) {
      throw requestError('BAD_REQUEST', 'The log has nothing there, or has not published it yet.', 404);
    }
    return resource;
  };

  routes.get('/checkpoint', async (request, reply) => {
    const { body, contentType } = await read('checkpoint');
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
    reply.header('cache-control', 'no-cache').header('etag', etag);
    if (request.headers['if-none-match'] === etag) return reply.code(304).send();
    return reply.type(contentType).send(body);
  });

  routes.get<{ Params: { '*': string } }>('/tile/entries/*', async (request, reply) => {
    const caller = await admit(request);
    const { body, contentType } = await read(`tile/entries/${request.params['*']}`);
    await record(readingOf(request, caller, 'AccessLog.entries'));
    return reply.header('cache-control', 'private, no-store').type(contentType).send(body);
  });

  routes.get<{ Params: { '*': string } }>('/tile/*', async (request, reply) => {
    const { body, contentType } = await read(`tile/${request.params['*']}`);
    return reply.header('cache-control', IMMUTABLE).type(contentType).send(body);
  });

  routes.get('/policy', async (_request, reply) => {
    if (policy === null) throw requestError('BAD_REQUEST', 'No policy is given out here.', 404);
    return reply.header('cache-control', 'no-cache').type(TEXT).send(policy);
  });
}
