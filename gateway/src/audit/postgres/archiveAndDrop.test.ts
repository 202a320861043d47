import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { encodeAccessRecord } from '../accessRecord.ts';
import { signCheckpoint } from '../checkpoint/checkpointNote.ts';
import type { LogStore } from '../logStore.ts';
import { rootOfTiles } from '../merkleTree/inclusionProof.ts';
import { openSequencer } from '../sequencer.ts';
import { appendEntries } from '../testing/appendEntries.ts';
import { outcomeRecord } from '../testing/records.ts';
import { sealedAs } from '../testing/sealedAs.ts';
import { createTestSigner } from '../testing/signers.ts';
import { asOwner, type TestLog, testLogStores } from '../testing/testLogStores.ts';
import { verifyBundle } from '../verify/verifyBundle.ts';
import { archiveAndDrop, type DroppedPartition } from './archiveAndDrop.ts';

jest.setTimeout(60_000);

const DAY_MS = 24 * 3_600_000;
const record = (at: number) => encodeAccessRecord(outcomeRecord({ requestId: `request-${at}` }));
const records = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, at) => record(start + at));

const [, postgres] = await testLogStores();
if (postgres !== undefined) {
  describe('records that are kept for long enough', () => {
    const signer = createTestSigner();
    const policy = `log ${signer.verifierKey}\nquorum none\n`;
    const tag = sealedAs(1).subject;
    let log: TestLog;
    let store: LogStore;
    let schema: string;
    let directory: string;

    beforeEach(async () => {
      directory = await mkdtemp(join(tmpdir(), 'audit-archive-'));
      log = await postgres.make({ leavesPerPartition: 200 });
      schema = (log.place as { schema: string }).schema;
      store = await log.open();
      await appendEntries(store, records(0, 100), [tag], [sealedAs(1)]);
      await appendEntries(store, records(100, 700), [tag]);
      await publish();
    });
    afterEach(async () => {
      await store.close();
      await log.remove();
      await rm(directory, { recursive: true, force: true });
    });

    async function publish(): Promise<void> {
      const head = await store.head();
      await store.addCheckpoint({ ...head, note: signCheckpoint(head, signer) });
    }

    /** As if this were done so many days from now. */
    const archive = (inDays: number, days = 1_096): Promise<DroppedPartition[]> =>
      asOwner((owner) =>
        archiveAndDrop(owner, {
          schema,
          store,
          archive: { directory, policy },
          days,
          now: () => new Date(Date.now() + inDays * DAY_MS),
        }),
      );

    /** As if these entries had been written so many days ago. */
    const writtenBefore = (days: number, from: number) =>
      asOwner(async (owner) => {
        await owner.query("set session_replication_role = 'replica'");
        await owner.query(
          `update ${schema}.audit_leaf set at = at - make_interval(days => $1) where seq >= $2`,
          [days, from],
        );
      });

    it('go into the archive and out of the tables, where no tile is still growing', async () => {
      expect(await archive(1_097)).toEqual([
        { start: 0, end: 200 },
        { start: 200, end: 400 },
      ]);
      await expect(store.entries(399, 400)).rejects.toThrow('lost');
      expect(await store.entries(400, 700)).toEqual(records(400, 700));
      expect((await store.indexesOf([tag], 700, 1_000)).at(-1)).toBe(400);
      expect(await store.sealed(5, sealedAs(1).digest)).toBeNull();
      expect(await verifyBundle({ directory, policy })).toMatchObject({ faults: [], records: 700 });
    });

    it('are followed by others in the same tree, and all of it is proven by the archive', async () => {
      await archive(1_097);
      const sequencer = await openSequencer({ store });
      expect((await sequencer.append(outcomeRecord({ requestId: 'request-700' }))).index).toBe(700);
      await sequencer.close();
      await appendEntries(store, records(701, 1_100));
      const { root } = await store.head();
      expect(await rootOfTiles(store.readTile, 1_100)).toEqual(root);
      await publish();
      expect(await archive(1_097)).toEqual([
        { start: 400, end: 600 },
        { start: 600, end: 800 },
        { start: 800, end: 1_000 },
      ]);
      expect(await verifyBundle({ directory, policy })).toMatchObject({ faults: [], records: 1_100 });
      expect(await store.entries(1_000, 1_100)).toEqual(records(1_000, 1_100));
    });

    it('stay where one of a partition is younger, and those after it too', async () => {
      await writtenBefore(-10, 399);
      expect(await archive(1_097)).toEqual([{ start: 0, end: 200 }]);
      expect(await archive(1_095)).toEqual([]);
    });

    it('stay for as long as they are to be kept, which is never less than three years', async () => {
      expect(await archive(1_097, 2_000)).toEqual([]);
      await expect(archive(10_000, 1_095)).rejects.toThrow('three years');
      expect(await store.entries(0, 700)).toEqual(records(0, 700));
    });

    it('stay where the archive is not proven', async () => {
      await asOwner(async (owner) => {
        await owner.query("set session_replication_role = 'replica'");
        await owner.query(`update ${schema}.audit_leaf set body = $1 where seq = 5`, [record(6)]);
      });
      await expect(archive(1_097)).rejects.toThrow('not proven');
      expect(await store.entries(0, 1)).toEqual([record(0)]);
    });

    it('stay where what was archived before is damaged', async () => {
      await archive(1_097);
      const file = join(directory, 'tile/entries/000');
      const bytes = await readFile(file);
      bytes[100] = (bytes[100] as number) ^ 1;
      await writeFile(file, bytes);
      await appendEntries(store, records(700, 1_100));
      await publish();
      await expect(archive(1_097)).rejects.toThrow('not proven');
      expect(await store.entries(400, 1_100)).toEqual(records(400, 1_100));
    });

    it('stay where they were not published yet', async () => {
      await archive(1_097);
      await appendEntries(store, records(700, 1_100));
      expect(await archive(1_097)).toEqual([{ start: 400, end: 600 }]);
      expect(await store.entries(600, 1_100)).toEqual(records(600, 1_100));
    });
  });
}
