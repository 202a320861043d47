import { createLogger } from '@tongban/kit';
import {
  createTestCallers,
  execute,
  type PartialCaller,
  type TestAnswer,
  testSubjectTagKeys,
} from '@tongban/kit/testing';
import { createOneNetworkSubgraph } from './createOneNetworkSubgraph.ts';
import { importSlice } from './store/importSlice.ts';
import type { Store } from './store/openStore.ts';
import { testDatabases } from './store/testStores.ts';
import { pointers } from './testPointers.ts';

export const citizen = (credential: string): PartialCaller => ({ role: 'CITIZEN', credential });
export const staff: PartialCaller = {
  role: 'STAFF',
  service: 'NOTARY',
  purpose: 'CASE_HANDLING',
  accessCase: 'NO-480101-N1',
};
export const auditor: PartialCaller = {
  role: 'AUDITOR',
  purpose: 'AUDIT',
  assignment: 'AUD-1',
  accessCase: 'AUD-1',
};

/** The subgraph behind its real door, over a store that holds the test pointers. */
export interface TestSubgraph {
  readonly store: Store;
  /** The SQL run since this was last emptied. */
  readonly statements: string[];
  ask(
    query: string,
    caller: PartialCaller,
    variables?: Record<string, unknown>,
  ): Promise<TestAnswer<unknown>>;
  /** Asks for fields of entities, as the gateway does. */
  entities(
    caller: PartialCaller,
    selection: string,
    ...representations: object[]
  ): Promise<{ entities: unknown[] | undefined; errors: TestAnswer<unknown>['errors'] }>;
  stop(): Promise<void>;
}

/** On PostgreSQL where there is one, since it starts in no time; the store's own tests run on both. */
export async function startTestSubgraph(): Promise<TestSubgraph> {
  const database = (await testDatabases()).at(-1);
  if (database === undefined) throw new Error('there is always a database');
  const statements: string[] = [];
  const store = await database.open({ onQuery: (statement) => statements.push(statement) });
  await importSlice(store, pointers);
  const app = await createOneNetworkSubgraph({
    store,
    agencyHealthUrls: new Map(),
    callerKeys: createTestCallers().keys,
    subjectTagKeys: testSubjectTagKeys,
    logger: createLogger({ name: 'test', level: 'silent' }),
    production: false,
    now: () => new Date('2026-11-23T10:00:00+08:00'),
  });
  const ask: TestSubgraph['ask'] = (query, caller, variables = {}) =>
    execute<unknown>(app, { query, caller, variables });
  return {
    store,
    statements,
    ask,
    entities: async (caller, selection, ...representations) => {
      const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ${selection} } }`;
      const { data, errors } = await ask(query, caller, { refs: representations });
      return { entities: (data as { _entities?: unknown[] } | null)?._entities, errors };
    },
    stop: async () => {
      await app.close();
      await database.close(store);
    },
  };
}
