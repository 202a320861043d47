import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Caller } from '../../identity/caller.ts';
import type { IndexKeeper } from '../completeness/indexKeeper.ts';
import type { LogStore } from '../logStore.ts';
import type { AdmitAuditor } from './auditorDoor.ts';
import { MAX_LOG_BODY, readLogBody, tagsOfBody } from './logBody.ts';
import { type RecordReading, readingOf } from './reading.ts';

export interface IndexRoutesOptions {
  readonly store: LogStore;
  readonly index: Pick<IndexKeeper, 'refresh' | 'current'>;
  readonly admit: AdmitAuditor;
  readonly record: RecordReading;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who reads the log; null before the door. */
    auditor: Caller | null;
  }
}

const question = z.strictObject({ tags: tagsOfBody });

/** Indexes of one tag that are given out at most. */
const MAX_INDEXES = 1_000_000;

/** `POST /log/index`: a fresh index record. `POST /log/index/proof`: what the last one has of some tags, and where their records are. */
export function addIndexRoutes(routes: FastifyInstance, options: IndexRoutesOptions): void {
  const { store, index, admit, record } = options;
  routes.decorateRequest('auditor', null);
  const shared = {
    bodyLimit: MAX_LOG_BODY,
    onRequest: async (request: { auditor: Caller | null } & Parameters<AdmitAuditor>[0]) => {
      request.auditor = await admit(request);
    },
  };

  routes.post('/index', {
    ...shared,
    handler: async (request) => {
      await record(readingOf(request, request.auditor as Caller, 'AccessLog.index'));
      const { record: at, index: kept } = await index.refresh();
      return { record: at, size: kept.size, tags: kept.tags };
    },
  });

  routes.post('/index/proof', {
    ...shared,
    handler: async (request) => {
      const { tags } = readLogBody(question, request.body);
      await record(readingOf(request, request.auditor as Caller, 'AccessLog.proof', tags));
      const { record: at, index: kept } = await index.current();
      const { size } = await store.head();
      const proofs = await Promise.all(
        tags.map(async (tag) => ({
          ...(await kept.prove(tag)),
          indexes: (await store.indexesOf([tag], size, MAX_INDEXES)).reverse(),
        })),
      );
      return { record: at, size: kept.size, tags: kept.tags, proofs };
    },
  });
}
