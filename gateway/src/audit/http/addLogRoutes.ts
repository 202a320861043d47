import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../../identity/authenticator.ts';
import type { IndexKeeper } from '../completeness/indexKeeper.ts';
import type { LogStore } from '../logStore.ts';
import type { PayloadStore } from '../payloads/payloadStore.ts';
import { addAccessesRoute } from './accessesRoute.ts';
import { createAuditorDoor } from './auditorDoor.ts';
import { addIndexRoutes } from './indexRoutes.ts';
import { sendLogError } from './logErrors.ts';
import type { RecordReading } from './reading.ts';
import { addTlogRoutes } from './tlogRoutes.ts';

export interface LogRoutesOptions {
  readonly store: LogStore;
  readonly payloads: Pick<PayloadStore, 'open'>;
  readonly index: Pick<IndexKeeper, 'refresh' | 'current'>;
  /** Lets an address in, or throws RATE_LIMITED; null: any. The service that has the key is not counted: it asks for everybody. */
  readonly admitAddress?: ((address: string) => Promise<void>) | null;
  /** Of `POST /log/accesses`; null closes it. */
  readonly readerKey: string | null;
  readonly authenticate: Authenticate;
  /** Who may read records and have them indexed. */
  readonly auditorRoles: ReadonlySet<string>;
  /** Reading the log is a look too: what an auditor asked for leaves when this has resolved. */
  readonly record: RecordReading;
  /** Public keys of the log and of its witnesses (C2SP tlog-policy), for whoever has no policy of his own; null: none is given out. */
  readonly policy: string | null;
}

/**
 * The log over HTTP, below `/log`: checkpoint and tiles of hashes (C2SP tlog-tiles) for everybody, records for auditors, accesses by person
 * for the one service that has the key. Errors are `{"code","message"}`, with a code of the table; nothing in them comes from a record.
 */
export function addLogRoutes(app: FastifyInstance, options: LogRoutesOptions): void {
  const admit = createAuditorDoor(options.authenticate, options.auditorRoles);
  app.register(
    async (routes) => {
      routes.setErrorHandler(sendLogError);
      const { admitAddress } = options;
      if (admitAddress) {
        routes.addHook('onRequest', async (request) => {
          if (!request.routeOptions.url?.endsWith('/accesses')) await admitAddress(request.ip);
        });
      }
      addTlogRoutes(routes, { ...options, admit });
      addIndexRoutes(routes, { ...options, admit });
      if (options.readerKey !== null) addAccessesRoute(routes, { ...options, readerKey: options.readerKey });
    },
    { prefix: '/log' },
  );
}
