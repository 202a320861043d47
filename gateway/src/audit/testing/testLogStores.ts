import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { subjectsOfRecord } from '../accessRecord.ts';
import { openJournal } from '../journal/openJournal.ts';
import type { LogStore } from '../logStore.ts';
import { openEmbeddedKeys } from '../payloads/openEmbeddedKeys.ts';
import type { SubjectKeyRows } from '../payloads/subjectKeyRows.ts';
import { createAuditTables } from '../postgres/createAuditTables.ts';
import { openPostgresKeys } from '../postgres/openPostgresKeys.ts';
import { openPostgresLog } from '../postgres/openPostgresLog.ts';

/** A kind of store that tests run on. */
export interface TestLogStore {
  readonly name: string;
  /** A place for one log, empty. */
  make(options?: { leavesPerPartition?: number }): Promise<TestLog>;
}

export interface TestLog {
  /** What another process needs to open the same log. */
  readonly place: { readonly folder: string } | { readonly url: string; readonly schema: string };
  open(): Promise<LogStore>;
  openKeys(): Promise<SubjectKeyRows>;
  remove(): Promise<void>;
}

// biome-ignore lint/style/noProcessEnv: tests run on PostgreSQL where the machine says there is one
const { DATABASE_URL = 'postgresql://postgres@127.0.0.1:5432/test' } = process.env;

/** The journal always, and PostgreSQL where one answers at DATABASE_URL or on this machine. */
export async function testLogStores(): Promise<TestLogStore[]> {
  return [journal, ...((await answers()) ? [postgres] : [])];
}

const journal: TestLogStore = {
  name: 'the journal',
  async make() {
    const folder = await mkdtemp(join(tmpdir(), 'audit-journal-'));
    return {
      place: { folder },
      open: () => openJournal({ folder, subjectsOf: subjectsOfRecord }),
      openKeys: async () => openEmbeddedKeys(join(folder, 'keys')),
      remove: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

/** In a schema of its own, written by a role that owns nothing. */
const postgres: TestLogStore = {
  name: 'PostgreSQL',
  async make({ leavesPerPartition = 500 } = {}) {
    const schema = `test_audit_${randomBytes(6).toString('hex')}`;
    const writer = `${schema}_writer`;
    await asOwner(async (owner) => {
      await owner.query(`create role ${writer} login`);
      await createAuditTables(owner, { schema, writer, leavesPerPartition });
    });
    const url = urlAs(writer);
    const config = { url, schema, timeoutMs: 5_000 };
    return {
      place: { url, schema },
      open: async () => openPostgresLog(config),
      openKeys: async () => openPostgresKeys(config),
      remove: () =>
        asOwner(async (owner) => {
          await owner.query(`drop schema ${schema} cascade`);
          await owner.query(`drop role ${writer}`);
        }),
    };
  },
};

export async function asOwner<Result>(work: (owner: Client) => Promise<Result>): Promise<Result> {
  const owner = new Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: 2_000 });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

function urlAs(role: string): string {
  const url = new URL(DATABASE_URL);
  url.username = role;
  return url.href;
}

async function answers(): Promise<boolean> {
  return await asOwner(async () => true).catch(() => false);
}
