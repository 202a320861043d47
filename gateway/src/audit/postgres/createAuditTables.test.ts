import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { encodeAccessRecord } from '../accessRecord.ts';
import type { LogStore } from '../logStore.ts';
import { appendEntries } from '../testing/appendEntries.ts';
import { outcomeRecord } from '../testing/records.ts';
import { asOwner, type TestLog, testLogStores } from '../testing/testLogStores.ts';
import { createAuditTables } from './createAuditTables.ts';

const [, postgres] = await testLogStores();
const entries = (count: number) =>
  Array.from({ length: count }, (_, at) => encodeAccessRecord(outcomeRecord({ requestId: `request-${at}` })));

/** What nobody may do to what was written, whatever the table. */
const FORBIDDEN = [
  'update audit_leaf set body = body',
  'update audit_leaf_0 set body = body',
  'delete from audit_leaf where seq = 0',
  'truncate audit_leaf',
  'truncate audit_leaf_0',
  'truncate audit_leaf_1',
  'delete from audit_subject_idx',
  'truncate audit_subject_idx',
  'update audit_tile set root = root',
  'delete from audit_tile',
  'truncate audit_tile',
  'update audit_head set size = size - 1',
  'delete from audit_head',
  'truncate audit_head',
  "update audit_checkpoint set note = ''",
  'delete from audit_checkpoint',
  'delete from audit_cosig',
];

describe('createAuditTables', () => {
  it.each([
    [{ schema: 'a; drop schema public', writer: null, leavesPerPartition: 1 }, 'not a name'],
    [{ schema: 'audit', writer: 'x y', leavesPerPartition: 1 }, 'not a name'],
    [{ schema: 'audit', writer: null, leavesPerPartition: 0 }, 'one entry at least'],
  ])('takes no %j', async (tables, message) => {
    await expect(createAuditTables(new Client(), tables)).rejects.toThrow(message);
  });
});

if (postgres !== undefined)
  describe('the tables of the log in PostgreSQL', () => {
    let log: TestLog;
    let store: LogStore;
    let place: { url: string; schema: string };

    beforeAll(async () => {
      log = await postgres.make({ leavesPerPartition: 500 });
      place = log.place as typeof place;
      store = await log.open();
      await appendEntries(store, entries(600), ['e1:a']);
      await store.addCheckpoint({ ...(await store.head()), note: 'note' });
      await store.addCosignature(600, 'w', 'line');
    });
    afterAll(async () => {
      await store.close();
      await log.remove();
    });

    it.each(FORBIDDEN)('refuse the writer: %s', async (statement) => {
      const writer = new Client({ connectionString: place.url, options: `-c search_path=${place.schema}` });
      await writer.connect();
      const may = statement.startsWith('update audit_head') ? 'only grows' : 'permission denied';
      await expect(writer.query(statement)).rejects.toThrow(may);
      await writer.end();
    });

    it.each(FORBIDDEN)('refuse the owner, who has all rights: %s', async (statement) => {
      await asOwner(async (owner) => {
        await owner.query(`set search_path to ${place.schema}`);
        const cascade = statement.startsWith('truncate') ? ' cascade' : '';
        await expect(owner.query(statement + cascade)).rejects.toThrow(/append-only|only grows/);
      });
    });

    it('refuse the writer to change the tables themselves', async () => {
      const writer = new Client({ connectionString: place.url, options: `-c search_path=${place.schema}` });
      await writer.connect();
      for (const statement of [
        'drop table audit_leaf',
        'alter table audit_leaf disable trigger all',
        'drop trigger refuse_change on audit_leaf',
        'create table other (n int)',
        'drop table audit_leaf_0',
        "set session_replication_role = 'replica'",
      ]) {
        await expect(writer.query(statement)).rejects.toMatchObject({ code: '42501' });
      }
      await writer.end();
    });

    it('are in partitions by number, made as they are needed', async () => {
      const partitions = await asOwner(async (owner) => {
        const { rows } = await owner.query(
          `select c.relname, (select count(*)::int from ${place.schema}.audit_leaf l where l.tableoid = c.oid) as entries
         from pg_inherits i join pg_class c on c.oid = i.inhrelid
         where i.inhparent = '${place.schema}.audit_leaf'::regclass order by 1`,
        );
        return rows;
      });
      expect(partitions).toEqual([
        { relname: 'audit_leaf_0', entries: 500 },
        { relname: 'audit_leaf_1', entries: 100 },
      ]);
    });

    it('are left as they are when they are made again', async () => {
      const head = await store.head();
      await asOwner((owner) =>
        createAuditTables(owner, {
          schema: place.schema,
          writer: `${place.schema}_writer`,
          leavesPerPartition: 500,
        }),
      );
      expect(await store.head()).toEqual(head);
    });

    it('do not take a head that was put back: the entries are still in the way', async () => {
      await asOwner(async (owner) => {
        await owner.query(`set search_path to ${place.schema}`);
        await owner.query('alter table audit_head disable trigger all');
        await owner.query("update audit_head set size = 0, root = sha256('')");
      });
      await expect(appendEntries(store, entries(1))).rejects.toMatchObject({ code: '23505' });
    });
  });
