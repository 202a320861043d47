import { createLogger } from '@tongban/kit';
import {
  createTestCallers,
  execute,
  type PartialCaller,
  type TestAnswer,
  testSubjectTagKeys,
} from '@tongban/kit/testing';
import { createAccessLogApi } from '../accesses/accessLogApi.ts';
import { createOversightSubgraph } from '../createOversightSubgraph.ts';
import { createLogFiles } from '../logWatch/logFiles.ts';
import { createLogProver } from '../logWatch/proveLog.ts';
import { createLogHeads } from '../store/logHeads.ts';
import type { Store } from '../store/openStore.ts';
import { testDatabases } from '../store/testStores.ts';
import { startTestLog, TEST_LOG_KEY, type TestLog } from './startTestLog.ts';
import { ZHANG } from './testOutcome.ts';

export const zhang: PartialCaller = { role: 'CITIZEN', credential: ZHANG, subject: 'citizen:zhang' };
export const auditor: PartialCaller = {
  role: 'AUDITOR',
  subject: 'auditor:case',
  purpose: 'AUDIT',
  assignment: 'AUD-2026-001',
  accessCase: 'AUD-2026-001',
};

/** The subgraph behind its real door, over a log that is a real server and a real store. */
export interface TestSubgraph {
  readonly log: TestLog;
  readonly store: Store;
  /** The present; 2026-11-27 unless set. */
  now: Date;
  ask<Data = unknown>(
    query: string,
    caller: PartialCaller,
    variables?: Record<string, unknown>,
  ): Promise<TestAnswer<Data>>;
  /** Asks for fields of one entity, as the gateway does. */
  entity<Data = unknown>(
    caller: PartialCaller,
    selection: string,
    representation: object,
  ): Promise<{ readonly entity: Data | null | undefined; readonly errors: TestAnswer<unknown>['errors'] }>;
  stop(): Promise<void>;
}

/** On PostgreSQL where there is one, since it starts in no time; the store's own tests run on both. */
export async function startTestSubgraph({ timeoutMs = 2_000 } = {}): Promise<TestSubgraph> {
  const database = (await testDatabases()).at(-1);
  if (database === undefined) throw new Error('there is always a database');
  const [log, store] = await Promise.all([startTestLog(), database.open()]);
  const clock = { now: new Date('2026-11-27T10:00:00+08:00') };
  const app = await createOversightSubgraph({
    store,
    accessLog: createAccessLogApi({ url: log.url, key: TEST_LOG_KEY, timeoutMs }),
    logProver: createLogProver(createLogFiles({ url: log.url, timeoutMs }), createLogHeads(store)),
    findingKey: '5f'.repeat(32),
    callerKeys: createTestCallers().keys,
    subjectTagKeys: testSubjectTagKeys,
    logger: createLogger({ name: 'test', level: 'silent' }),
    production: false,
    now: () => clock.now,
  });
  const ask: TestSubgraph['ask'] = (query, caller, variables = {}) =>
    execute(app, { query, caller, variables }) as never;
  return Object.assign(clock, {
    log,
    store,
    ask,
    entity: async <Data>(caller: PartialCaller, selection: string, representation: object) => {
      const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ${selection} } }`;
      const { data, errors } = await ask<{ _entities: (Data | null)[] }>(query, caller, {
        refs: [representation],
      });
      return { entity: data?._entities[0], errors };
    },
    stop: async () => {
      await app.close();
      await log.stop();
      await database.close(store);
    },
  });
}
