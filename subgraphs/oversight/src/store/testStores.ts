import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { Client } from 'pg';
import { openStore, type Store } from './openStore.ts';

/** A database that tests run on. */
export interface TestDatabase {
  readonly name: string;
  open(): Promise<Store>;
  /** Closes the store and takes its tables away. */
  close(store: Store): Promise<void>;
}

// biome-ignore lint/style/noProcessEnv: tests run on PostgreSQL where the machine says there is one
const { DATABASE_URL } = process.env;
const postgresUrl =
  DATABASE_URL ?? `postgresql://${userInfo().username}@localhost/postgres?host=/var/run/postgresql`;

/** SQLite always, and PostgreSQL where one answers at DATABASE_URL or on the local socket. */
export async function testDatabases(): Promise<TestDatabase[]> {
  return [sqlite, ...((await answers()) ? [postgres()] : [])];
}

const sqlite: TestDatabase = {
  name: 'SQLite',
  open: () => openStore({ databaseUrl: null, databaseFile: ':memory:' }),
  close: (store) => store.close(),
};

/** In a schema of its own, so that nothing else in the database is touched. */
function postgres(): TestDatabase {
  const schema = `test_${randomBytes(6).toString('hex')}`;
  return {
    name: 'PostgreSQL',
    open: () => openStore({ databaseUrl: postgresUrl, databaseFile: '', schema }),
    close: async (store) => {
      await store.database.schema.dropSchema(schema).cascade().execute();
      await store.close();
    },
  };
}

async function answers(): Promise<boolean> {
  const client = new Client({ connectionString: postgresUrl, connectionTimeoutMillis: 1_000 });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}
