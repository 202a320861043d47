import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeAccessRecord } from './accessRecord.ts';
import { signCheckpoint } from './checkpoint/checkpointNote.ts';
import type { LogStore } from './logStore.ts';
import { leafHash } from './merkleTree/merkleHash.ts';
import { appendEntries } from './testing/appendEntries.ts';
import { outcomeRecord } from './testing/records.ts';
import { createTestSigner } from './testing/signers.ts';
import { type TestLog, testLogStores } from './testing/testLogStores.ts';
import { readTlogResource } from './tlogResource.ts';

const bodies = Array.from({ length: 300 }, (_, at) =>
  encodeAccessRecord(outcomeRecord({ requestId: `request-${at}` })),
);

describe.each(await testLogStores())('files of the log in $name', ({ make }) => {
  let log: TestLog;
  let store: LogStore;

  beforeEach(async () => {
    log = await make();
    store = await log.open();
  });
  afterEach(async () => {
    await store.close();
    await log.remove();
  });

  async function publish(count: number): Promise<string> {
    const { size } = await store.head();
    await appendEntries(store, bodies.slice(size, count));
    const head = await store.head();
    const note = signCheckpoint(head, createTestSigner());
    await store.addCheckpoint({ ...head, note });
    return note;
  }

  const body = async (path: string) => (await readTlogResource(store, path))?.body ?? null;

  it('are the checkpoint with its cosignatures, tiles and entries', async () => {
    const note = await publish(260);
    await store.addCosignature(260, 'w', '— w AAAAAAAA\n');
    expect((await body('checkpoint'))?.toString()).toBe(`${note}— w AAAAAAAA\n`);
    expect(await body('tile/0/000')).toEqual(Buffer.concat(bodies.slice(0, 256).map(leafHash)));
    expect(await body('tile/0/001.p/4')).toEqual(Buffer.concat(bodies.slice(256, 260).map(leafHash)));
    expect((await body('tile/1/000.p/1'))?.length).toBe(32);
    const [first] = bodies as [Buffer];
    const entries = (await body('tile/entries/000')) as Buffer;
    expect([entries.readUInt16BE(0), entries.subarray(2, 2 + first.length)]).toEqual([first.length, first]);
  });

  it('of an older checkpoint are still there', async () => {
    await publish(10);
    const older = await body('tile/0/000.p/10');
    await publish(300);
    expect(await body('tile/0/000.p/10')).toEqual(older);
  });

  it('are not there before they were published, nor outside of the log', async () => {
    await appendEntries(store, bodies.slice(0, 5));
    expect(await body('checkpoint')).toBeNull();
    await publish(6);
    await appendEntries(store, bodies.slice(6, 9));
    for (const path of [
      'tile/0/000.p/7',
      'tile/entries/000.p/9',
      'tile/0/000',
      'tile/1/000.p/1',
      '../policy',
      'tile/0/1',
    ]) {
      expect([path, await body(path)]).toEqual([path, null]);
    }
  });
});
