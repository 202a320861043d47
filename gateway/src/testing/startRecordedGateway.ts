import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AccessRecord, decodeAccessRecord, subjectsOfRecord } from '../audit/accessRecord.ts';
import type { AuditConfig } from '../audit/auditConfig.ts';
import { openJournal } from '../audit/journal/openJournal.ts';
import type { LogStore } from '../audit/logStore.ts';
import { openLogStores } from '../audit/openAccessLog.ts';
import type { GatewayConfig } from '../config.ts';
import { startTestIssuer, type TestIssuer } from '../identity/startTestIssuer.ts';
import { startTestGateway, type TestGateway } from './startTestGateway.ts';

/** A gateway that records looks in a journal of its own, and an issuer of tokens for it. */
export interface RecordedGateway extends TestGateway {
  readonly issuer: TestIssuer;
  readonly audit: AuditConfig;
  /** What is in the log now. */
  records(): Promise<readonly AccessRecord[]>;
  /** The store of the log as the gateway uses it. */
  store(): LogStore;
  /** From now on the log does not answer; `null`: it does again. */
  failWith(fault: LogFault | null): void;
}

export interface LogFault {
  /** Told each batch before it would be written; true: it is not. */
  refuses(bodies: readonly Buffer[]): boolean;
}

/** Fails always. */
export const LOG_DOWN: LogFault = { refuses: () => true };

export async function startRecordedGateway(
  supergraph: string,
  changes: Partial<GatewayConfig> = {},
): Promise<RecordedGateway> {
  const directory = mkdtempSync(join(tmpdir(), 'recorded-'));
  const issuer = await startTestIssuer();
  const audit: AuditConfig = {
    origin: 'example.com/log',
    signingKey: generateKeyPairSync('ed25519').privateKey,
    payloadKey: createSecretKey(randomBytes(32)),
    readerKey: randomBytes(32).toString('hex'),
    databaseUrl: null,
    schema: 'access_log',
    directory,
    witnesses: [],
    publicTag: 'public',
    patienceMs: 1_000,
    retentionDays: 1_096,
  };
  let fault: LogFault | null = null;
  let opened: LogStore | null = null;
  const gateway = await startTestGateway(
    supergraph,
    { identity: issuer.identity, audit, ...changes },
    async (config, logger) => {
      const { store, keys } = await openLogStores(config, logger);
      const down = async () => {
        throw new Error('the log is down');
      };
      opened = {
        ...store,
        head: () => (fault?.refuses([]) ? down() : store.head()),
        append: (batch) =>
          fault?.refuses(batch.entries.map(({ body }) => body)) ? down() : store.append(batch),
      };
      return { store: opened, keys };
    },
  );
  const store = () => {
    if (opened === null) throw new Error('the log is not open');
    return opened;
  };
  return {
    ...gateway,
    issuer,
    audit,
    store,
    async records() {
      const { size } = await store().head();
      return (await store().entries(0, size)).map(decodeAccessRecord);
    },
    failWith(next) {
      fault = next;
    },
    async stop() {
      await gateway.stop();
      await issuer.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

/** What a journal has when no gateway has it open. */
export async function recordsIn({ directory }: AuditConfig): Promise<AccessRecord[]> {
  const store = await openJournal({ folder: join(directory, 'journal'), subjectsOf: subjectsOfRecord });
  try {
    const { size } = await store.head();
    return (await store.entries(0, size)).map(decodeAccessRecord);
  } finally {
    await store.close();
  }
}
