import { createSecretKey, randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createAuthenticator } from '../../../identity/authenticator.ts';
import { createKeySet } from '../../../identity/keySet.ts';
import type { TestIssuer } from '../../../identity/startTestIssuer.ts';
import { createLogger } from '../../../telemetry/createLogger.ts';
import { createMetrics } from '../../../telemetry/createMetrics.ts';
import { createHttpServer } from '../../../transport/createHttpServer.ts';
import { partsOfOutcome } from '../../accessRecord.ts';
import { type CheckpointPublisher, startCheckpointPublisher } from '../../checkpoint/checkpointPublisher.ts';
import { createIndexKeeper } from '../../completeness/indexKeeper.ts';
import type { LogStore } from '../../logStore.ts';
import { createPayloadStore, type PayloadStore } from '../../payloads/payloadStore.ts';
import { openSequencer, type Receipt, type Sequencer } from '../../sequencer.ts';
import { outcomeRecord } from '../../testing/records.ts';
import { createTestSigner } from '../../testing/signers.ts';
import type { TestLogStore } from '../../testing/testLogStores.ts';
import { addLogRoutes, type LogRoutesOptions } from '../addLogRoutes.ts';
import { createReadingRecorder } from '../recordReading.ts';

/** A log over HTTP, with everything behind it. */
export interface TestLogServer {
  /** `http://…/log` */
  readonly url: string;
  readonly readerKey: string;
  readonly policy: string;
  readonly store: LogStore;
  readonly sequencer: Sequencer;
  readonly payloads: PayloadStore;
  readonly publisher: CheckpointPublisher;
  /** What the server has logged about itself. */
  readonly lines: string[];
  /** From now on the store answers nothing. */
  breakStore(): void;
  /** Writes an outcome about these tags, with something sealed about each where the record is not given other payloads. */
  look(tags: readonly string[], about?: Parameters<typeof outcomeRecord>[0]): Promise<Receipt>;
  stop(): Promise<void>;
}

export async function startTestLog(
  { make }: TestLogStore,
  issuer: TestIssuer,
  about: Partial<LogRoutesOptions> & { readonly publishEveryMs?: number } = {},
): Promise<TestLogServer> {
  const { publishEveryMs = 3_600_000 } = about;
  const log = await make();
  const opened = await log.open();
  let isBroken = false;
  const store = new Proxy(opened, {
    get(target, name: keyof LogStore) {
      const method = target[name] as (...args: unknown[]) => unknown;
      return async (...args: unknown[]) => {
        if (isBroken) throw new Error('the store does not answer');
        return await method.apply(target, args);
      };
    },
  });
  const keys = await log.openKeys();
  const sequencer = await openSequencer({ store, patienceMs: 5_000, onStateChange: () => undefined });
  const payloads = createPayloadStore({ keys, masterKey: createSecretKey(randomBytes(32)), log: store });
  const index = createIndexKeeper({ store, sequencer, onFailure: () => undefined });
  const signer = createTestSigner();
  const publisher = startCheckpointPublisher({
    store,
    signer,
    witnesses: [],
    onAlarm: () => undefined,
    everyMs: publishEveryMs,
  });
  const lines: string[] = [];
  const logger = createLogger('info', { write: (line) => lines.push(line) });
  const keySet = createKeySet({ url: issuer.identity.jwksUrl, logger, cooldownMs: 1_000 });
  await keySet.start();
  const app = createHttpServer({
    logger,
    metrics: createMetrics(),
    trustedProxies: [],
    maxConnections: 100,
    notReady: () => [],
    isDraining: () => false,
  });
  const readerKey = randomBytes(32).toString('hex');
  const policy = `log ${signer.verifierKey}\nquorum none\n`;
  addLogRoutes(app, {
    store,
    payloads,
    index,
    readerKey,
    authenticate: createAuthenticator({ keySet, ...issuer.identity }),
    auditorRoles: new Set(['AUDITOR', 'SYSTEM_AUDITOR']),
    record: createReadingRecorder({ sequencer }),
    policy,
    ...about,
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/log`,
    readerKey,
    policy,
    store,
    sequencer,
    payloads,
    publisher,
    lines,
    breakStore() {
      isBroken = true;
    },
    async look(tags, more = {}) {
      const about = (subject: string) => Buffer.from(JSON.stringify({ cases: [{ id: subject }] }));
      const sealed =
        more.payloads === undefined
          ? await payloads.sealAll(tags.map((subject) => ({ subject, payload: about(subject) })))
          : [];
      const [record] = partsOfOutcome(
        outcomeRecord({ subjects: [...tags], payloads: sealed.map(({ digest }) => digest), ...more }),
      );
      return await sequencer.append(record as NonNullable<typeof record>, sealed);
    },
    async stop() {
      isBroken = false;
      await app.close();
      keySet.stop();
      await publisher.close();
      await index.close();
      await sequencer.close();
      await keys.close();
      await opened.close();
      await log.remove();
    },
  };
}
