import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { encodeAccessRecord } from '../accessRecord.ts';
import { startCheckpointPublisher } from '../checkpoint/checkpointPublisher.ts';
import { createWitnessClient } from '../checkpoint/witnessClient.ts';
import { exportBundle } from '../exportBundle.ts';
import type { LogStore } from '../logStore.ts';
import { leafHash } from '../merkleTree/merkleHash.ts';
import type { Receipt } from '../sequencer.ts';
import { appendEntries } from '../testing/appendEntries.ts';
import { outcomeRecord } from '../testing/records.ts';
import { createTestSigner, startTestWitness, type TestWitness } from '../testing/signers.ts';
import { asOwner, type TestLog, testLogStores } from '../testing/testLogStores.ts';
import { verifyBundle } from '../verify/verifyBundle.ts';

jest.setTimeout(60_000);

const SIZE = 600;
const bodies = Array.from({ length: SIZE }, (_, at) =>
  encodeAccessRecord(outcomeRecord({ requestId: `request-${at}` })),
);
const receipts: Receipt[] = [3, 599].map((index) => ({
  index,
  leafHash: leafHash(bodies[index] as Buffer).toString('hex'),
}));
const flipped = (column: string) => `set_byte(${column}, 20, get_byte(${column}, 20) # 1)`;
const swapped = (column: string) => `replace(${column}, right(${column}, 6), 'AAAA=' || chr(10))`;

const [, postgres] = await testLogStores();
if (postgres !== undefined) {
  describe('who owns the database', () => {
    const signer = createTestSigner();
    let log: TestLog;
    let store: LogStore;
    let witness: TestWitness;
    let directory: string;

    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'audit-changed-'));
      log = await postgres.make({ leavesPerPartition: 500 });
      store = await log.open();
      witness = await startTestWitness(signer.verifierKey, 'w.example');
      await appendEntries(store, bodies);
      await publish();
    });
    afterEach(async () => {
      await store.close();
      await log.remove();
      await witness.remove();
      await rm(directory, { recursive: true, force: true });
    });

    async function publish(): Promise<string[]> {
      const alarms: string[] = [];
      const publisher = startCheckpointPublisher({
        store,
        signer,
        witnesses: [createWitnessClient(witness, 5_000)],
        onAlarm: (alarm) => alarms.push(JSON.stringify(alarm)),
        everyMs: 3_600_000,
      });
      await publisher.publish();
      await publisher.close();
      return alarms;
    }

    /** As somebody does who has taken all defences of the tables away. */
    async function change(...statements: string[]): Promise<void> {
      await asOwner(async (owner) => {
        await owner.query(`set search_path to ${(log.place as { schema: string }).schema}`);
        await owner.query("set session_replication_role = 'replica'");
        for (const statement of statements)
          expect([statement, (await owner.query(statement)).rowCount]).not.toEqual([statement, 0]);
      });
    }

    async function faults(): Promise<string[]> {
      const policy = `log ${signer.verifierKey}\nwitness W ${witness.verifierKey}\nquorum W\n`;
      await exportBundle(store, { directory, records: 'all', policy, receipts });
      const verdict = await verifyBundle({ directory, policy });
      return verdict.faults.map(({ code, where }) => `${code} ${where}`);
    }

    it('is caught at nothing where nothing was changed', async () => {
      expect(await faults()).toEqual([]);
    });

    it.each([
      [
        'a record',
        `update audit_leaf set body = ${flipped('body')} where seq = 3`,
        ['RECORD_CHANGED record 3'],
      ],
      [
        'a record of the last partition',
        `update audit_leaf_1 set body = ${flipped('body')} where seq = 555`,
        ['RECORD_CHANGED record 555'],
      ],
      [
        'the hash of a record',
        `update audit_leaf set leaf_hash = ${flipped('leaf_hash')} where seq = 555`,
        ['HASH_CHANGED tile/0/002.p/88'],
      ],
      [
        'hashes of a tile',
        `update audit_tile set hashes = ${flipped('hashes')} where level = 0 and idx = 1`,
        ['HASH_CHANGED tile/0/001'],
      ],
      [
        'the root of a tile',
        `update audit_tile set root = ${flipped('root')} where level = 0 and idx = 1`,
        ['TILE_CHANGED tile/1/000.p/2'],
      ],
      ['the head', `update audit_head set root = ${flipped('root')}`, ['HEAD_CHANGED head.json']],
      [
        'a checkpoint',
        "update audit_checkpoint set note = replace(note, E'600\\n', E'599\\n')",
        ['CHECKPOINT_CHANGED checkpoint'],
      ],
      [
        'the signature of a checkpoint',
        `update audit_checkpoint set note = ${swapped('note')}`,
        ['CHECKPOINT_CHANGED checkpoint'],
      ],
      [
        'the signature of a witness',
        `update audit_cosig set line = ${swapped('line')}`,
        ['COSIGNATURE_CHANGED checkpoint', 'QUORUM_MISSING checkpoint'],
      ],
    ])('is caught at changing %s', async (_, statement, expected) => {
      await change(statement);
      for (const fault of expected) expect(await faults()).toContainEqual(expect.stringContaining(fault));
    });

    it('is caught at cutting off the end', async () => {
      await change('delete from audit_leaf where seq >= 590');
      await expect(faults()).rejects.toThrow('lost');
    });

    it('is caught at putting an old backup in place, by witnesses and by receipts', async () => {
      const backup = async () => {
        const old = await postgres.make();
        const oldStore = await old.open();
        await appendEntries(oldStore, bodies.slice(0, 300));
        return { old, oldStore };
      };
      const { old, oldStore } = await backup();
      await store.close();
      await log.remove();
      [log, store] = [old, oldStore];
      await appendEntries(store, [encodeAccessRecord(outcomeRecord({ requestId: 'after-the-backup' }))]);
      expect((await publish()).length).toBeGreaterThan(0);
      expect(await faults()).toEqual(
        expect.arrayContaining([
          expect.stringContaining('QUORUM_MISSING'),
          expect.stringContaining('receipts.json, record 599'),
        ]),
      );
    });
  });
}
