import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Metrics } from '../telemetry/createMetrics.ts';
import { type AccessLog, createAccessLog } from './access/accessLog.ts';
import { subjectsOfRecord } from './accessRecord.ts';
import type { AuditConfig } from './auditConfig.ts';
import { type PublisherAlarm, startCheckpointPublisher } from './checkpoint/checkpointPublisher.ts';
import { createNoteSigner } from './checkpoint/noteSigner.ts';
import { createWitnessClient } from './checkpoint/witnessClient.ts';
import { createIndexKeeper, type IndexKeeper } from './completeness/indexKeeper.ts';
import { openJournal } from './journal/openJournal.ts';
import type { LogStore } from './logStore.ts';
import { openEmbeddedKeys } from './payloads/openEmbeddedKeys.ts';
import { createPayloadStore, type PayloadStore } from './payloads/payloadStore.ts';
import type { SubjectKeyRows } from './payloads/subjectKeyRows.ts';
import { policyOf } from './policyOf.ts';
import { openPostgresKeys } from './postgres/openPostgresKeys.ts';
import { openPostgresLog } from './postgres/openPostgresLog.ts';
import { type LogState, openSequencer, type Sequencer } from './sequencer.ts';

/** The access log of a gateway, with everything that writes, reads and publishes it. */
export interface OpenAccessLog {
  readonly accessLog: AccessLog;
  readonly store: LogStore;
  readonly payloads: PayloadStore;
  readonly sequencer: Sequencer;
  readonly index: IndexKeeper;
  /** Whom to believe about this log. */
  readonly policy: string;
  /** Milliseconds since nothing can be written any more; 0 while it can. */
  unavailableForMs(): number;
  close(): Promise<void>;
}

/** Milliseconds an answer of PostgreSQL may take. */
const STORE_TIMEOUT_MS = 2_000;
const WITNESS_TIMEOUT_MS = 5_000;

/**
 * @throws {Error} where a journal is in use, was damaged or changed. A database that does not answer is waited for: until then nothing
 *   personal is read.
 */
export async function openAccessLog(
  config: AuditConfig,
  { logger, metrics }: { readonly logger: Logger; readonly metrics: Pick<Metrics, 'recordDone'> },
  openStores: OpenLogStores = openLogStores,
): Promise<OpenAccessLog> {
  const { store, keys } = await openStores(config, logger);
  let unavailableSince: number | null = performance.now();
  const onStateChange = (state: LogState, cause: Error | null) => {
    unavailableSince = state === 'unavailable' ? (unavailableSince ?? performance.now()) : null;
    if (state === 'unavailable')
      logger.error({ reason: cause?.message }, 'the access log cannot be written: nothing personal is read');
    else logger.info({ state }, 'the access log can be written');
  };
  const sequencer = await openSequencer({ store, onStateChange, patienceMs: config.patienceMs });
  const payloads = createPayloadStore({ keys, masterKey: config.payloadKey, log: store });
  const signer = createNoteSigner(config.origin, config.signingKey);
  const publisher = startCheckpointPublisher({
    store,
    signer,
    witnesses: config.witnesses.map((address) => createWitnessClient(address, WITNESS_TIMEOUT_MS)),
    onAlarm: (alarm) => logAlarm(logger, alarm),
  });
  const index = createIndexKeeper({
    store,
    sequencer,
    onFailure: (cause) =>
      logger.warn({ reason: cause.message }, 'the daily index of the access log could not be written'),
  });
  return {
    accessLog: createAccessLog({
      sequencer,
      payloads,
      onAppended: (size) => publisher.notice(size),
      onRecord: metrics.recordDone,
    }),
    store,
    payloads,
    sequencer,
    index,
    policy: policyOf(
      signer.verifierKey,
      config.witnesses.map(({ verifierKey }) => verifierKey),
    ),
    unavailableForMs: () => (unavailableSince === null ? 0 : performance.now() - unavailableSince),
    async close() {
      await index.close();
      await sequencer.close();
      await publisher.publish();
      await publisher.close();
      await keys.close();
      await store.close();
    },
  };
}

/** Opens the stores that a configuration names; tests put something in between. */
export type OpenLogStores = (
  config: AuditConfig,
  logger: Logger,
) => Promise<{ store: LogStore; keys: SubjectKeyRows }>;

/** PostgreSQL where it is configured, else a journal and a file of keys. */
export const openLogStores: OpenLogStores = async ({ databaseUrl, schema, directory }, logger) => {
  if (databaseUrl !== null) {
    const connection = {
      url: databaseUrl,
      schema,
      timeoutMs: STORE_TIMEOUT_MS,
      onConnectionLost: (error: Error) =>
        logger.warn({ reason: error.message }, 'a connection to the access log broke'),
    };
    return { store: openPostgresLog(connection), keys: openPostgresKeys(connection) };
  }
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const store = await openJournal({ folder: join(directory, 'journal'), subjectsOf: subjectsOfRecord });
  return { store, keys: openEmbeddedKeys(join(directory, 'keys.sqlite')) };
};

function logAlarm(logger: Logger, alarm: PublisherAlarm): void {
  switch (alarm.kind) {
    case 'UNREACHABLE':
      logger.warn(
        { witness: alarm.witness, reason: alarm.cause.message },
        'a witness of the access log does not answer',
      );
      return;
    case 'STORE_FAILED':
      logger.warn({ reason: alarm.cause.message }, 'no checkpoint of the access log could be published');
      return;
    case 'REWRITTEN':
      logger.fatal(
        { size: alarm.size },
        'the access log is not the one that was signed before: it was changed',
      );
      return;
    case 'WITNESS_DISAGREES':
      logger.fatal(
        { witness: alarm.witness, reason: alarm.reason },
        'a witness has seen another history of the access log',
      );
  }
}
