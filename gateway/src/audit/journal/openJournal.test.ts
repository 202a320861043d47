import { spawnSync } from 'node:child_process';
import { appendFile, open, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { encodeAccessRecord, subjectsOfRecord } from '../accessRecord.ts';
import type { LogStore } from '../logStore.ts';
import { appendEntries } from '../testing/appendEntries.ts';
import { outcomeRecord } from '../testing/records.ts';
import { sealedAs } from '../testing/sealedAs.ts';
import { type TestLog, testLogStores } from '../testing/testLogStores.ts';
import { encodeBatchPayload } from './batchPayload.ts';
import { encodeFrame } from './frames.ts';
import { openJournal } from './openJournal.ts';

const record = (number: number) => encodeAccessRecord(outcomeRecord({ requestId: `request-${number}` }));

describe('the journal', () => {
  let log: TestLog;
  let store: LogStore;
  let folder: string;
  let entriesFile: string;

  beforeEach(async () => {
    const [journal] = await testLogStores();
    log = await (journal as NonNullable<typeof journal>).make();
    folder = (log.place as { folder: string }).folder;
    entriesFile = join(folder, 'entries');
    store = await log.open();
    for (let batch = 0; batch < 3; batch++)
      await appendEntries(store, [record(2 * batch), record(2 * batch + 1)]);
    await store.addCheckpoint({ ...(await store.head()), note: 'six' });
    await store.close();
  });
  afterEach(() => log.remove());

  it('cuts off whatever a crash left of a frame, at each byte of it, and goes on', async () => {
    const whole = await readFile(entriesFile);
    const frame = encodeFrame(
      encodeBatchPayload(6, Buffer.alloc(32), [{ body: record(6), sealed: [sealedAs(9)] }]),
    );
    const zeros = Buffer.alloc(frame.length);
    for (const torn of [
      ...Array.from({ length: 40 }, (_, at) => frame.subarray(0, 1 + at * Math.floor(frame.length / 41))),
      Buffer.concat([frame.subarray(0, 20), zeros.subarray(20)]),
      zeros,
    ]) {
      await writeFile(entriesFile, whole);
      await appendFile(entriesFile, torn);
      store = await log.open();
      expect(await store.entries(0, 6)).toEqual([0, 1, 2, 3, 4, 5].map(record));
      expect((await stat(entriesFile)).size).toBe(whole.length);
      await store.close();
    }
    store = await log.open();
    await appendEntries(store, [record(6)]);
    await store.close();
    store = await log.open();
    expect((await store.head()).size).toBe(7);
    await store.close();
  });

  it('does not open where a byte in the middle was flipped', async () => {
    const whole = await readFile(entriesFile);
    const bytes = Buffer.from(whole);
    bytes[60] = (bytes[60] as number) ^ 1;
    await writeFile(entriesFile, bytes);
    await expect(log.open()).rejects.toThrow(/damaged at byte 0\. Restore/);
  });

  it('does not open where an entry was changed and its checksum made right', async () => {
    const entries = [0, 1].map((number) => ({ body: record(number), sealed: [] }));
    const forged = encodeFrame(encodeBatchPayload(0, Buffer.alloc(32), entries));
    await writeFile(entriesFile, forged);
    await expect(log.open()).rejects.toThrow('changed in entries from 0');
  });

  it('does not open where it is shorter than what was published', async () => {
    const { size } = await stat(entriesFile);
    await truncate(entriesFile, size - 1);
    await expect(log.open()).rejects.toThrow('has 4 entries, and 6 were published');
  });

  it('does not open where another history has the size that was published', async () => {
    await writeFile(entriesFile, '');
    await writeFile(join(folder, 'checkpoints'), '');
    const other = await log.open();
    await appendEntries(other, [7, 8, 9, 10, 11, 12, 13].map(record));
    await other.close();
    const line = { size: 6, root: Buffer.alloc(32).toString('base64'), note: 'six' };
    await writeFile(join(folder, 'checkpoints'), encodeFrame(Buffer.from(JSON.stringify(line))));
    await expect(log.open()).rejects.toThrow('not the one that was published');
  });

  it('is for one process: a second is refused until the first is gone', async () => {
    store = await log.open();
    const script = `
      const { openJournal } = await import(${JSON.stringify(join(import.meta.dirname, 'openJournal.ts'))});
      await openJournal({ folder: ${JSON.stringify(folder)}, subjectsOf: () => [] });
      process.kill(process.pid, 'SIGKILL');`;
    const second = () =>
      spawnSync(process.execPath, ['--input-type=module', '-e', script], { timeout: 30_000 });
    const refused = second();
    expect([refused.status, refused.stderr.toString()]).toEqual([
      1,
      expect.stringContaining('in use by another'),
    ]);
    await store.close();
    expect(second().signal).toBe('SIGKILL');
    // Killed with the lock in hand: the lock went with it.
    store = await openJournal({ folder, subjectsOf: subjectsOfRecord });
    await store.close();
  });

  it('has nothing of an append that failed, and takes the next', async () => {
    store = await log.open();
    const probe = await open(entriesFile, 'r');
    const prototype = Object.getPrototypeOf(probe) as Record<'datasync' | 'write', () => Promise<unknown>>;
    const { datasync } = prototype;
    const size = (await probe.stat()).size;
    prototype.datasync = () => Promise.reject(new Error('no space left on device'));
    await expect(appendEntries(store, [record(6)])).rejects.toThrow('no space');
    await expect(store.head()).rejects.toThrow('no space');
    prototype.datasync = datasync;
    expect((await store.head()).size).toBe(6);
    expect((await probe.stat()).size).toBe(size);
    const { write } = prototype;
    prototype.write = () => Promise.reject(new Error('no space left on device'));
    await expect(appendEntries(store, [record(6)])).rejects.toThrow('no space');
    await expect(store.head()).rejects.toThrow('no space');
    prototype.write = write;
    expect((await store.head()).size).toBe(6);
    expect((await probe.stat()).size).toBe(size);
    await appendEntries(store, [record(7)]);
    await store.close();
    await probe.close();
    store = await log.open();
    expect(await store.entries(6, 7)).toEqual([record(7)]);
    await store.close();
  });
});
