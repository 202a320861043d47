import { Client } from 'pg';
import type { Archive } from '../retention/archiveLog.ts';
import { archiveAndDrop, type DroppedPartition } from './archiveAndDrop.ts';
import { createAuditTables } from './createAuditTables.ts';
import { openPostgresLog } from './openPostgresLog.ts';

/** The connection of who owns the tables of the log: never the gateway's. */
export interface Owner {
  readonly url: string;
  readonly schema: string;
}

/** Entries in a partition: some weeks of a busy log. */
const LEAVES_PER_PARTITION = 2 ** 22;
const TIMEOUT_MS = 60_000;

/** Makes the tables of the log, and lets the role that gateways connect as add to them and read. What is there is left alone. */
export async function prepareTables({ url, schema }: Owner, writer: string): Promise<void> {
  await connected(url, (client) =>
    createAuditTables(client, { schema, writer, leavesPerPartition: LEAVES_PER_PARTITION }),
  );
}

/** See `archiveAndDrop`. */
export async function archiveOldRecords(
  { url, schema }: Owner,
  { archive, days }: { readonly archive: Archive; readonly days: number },
): Promise<DroppedPartition[]> {
  const store = openPostgresLog({ url, schema, timeoutMs: TIMEOUT_MS });
  try {
    return await connected(url, (client) =>
      archiveAndDrop(client, { schema, store, archive, days, now: () => new Date() }),
    );
  } finally {
    await store.close();
  }
}

async function connected<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
