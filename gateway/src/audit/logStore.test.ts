import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { encodeAccessRecord } from './accessRecord.ts';
import { HeadMoved, type LogStore } from './logStore.ts';
import { inclusionProof, rootOfTiles } from './merkleTree/inclusionProof.ts';
import { EMPTY_ROOT, leafHash } from './merkleTree/merkleHash.ts';
import { appendEntries, batchOf } from './testing/appendEntries.ts';
import { intentRecord, outcomeRecord } from './testing/records.ts';
import { sealedAs } from './testing/sealedAs.ts';
import { type TestLog, testLogStores } from './testing/testLogStores.ts';
import { isIncluded } from './verify/merkleProof.ts';

jest.setTimeout(30_000);

const tag = (letter: string) => `e1:${letter.repeat(43)}`;
const record = (number: number, subjects: string[] = []) =>
  encodeAccessRecord(outcomeRecord({ requestId: `request-${number}`, subjects }));
const records = (count: number, from = 0) => Array.from({ length: count }, (_, at) => record(from + at));

describe.each(await testLogStores())('the log in $name', ({ make }) => {
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

  async function reopen(): Promise<void> {
    await store.close();
    store = await log.open();
  }

  it('begins empty', async () => {
    expect(await store.head()).toEqual({ size: 0, root: EMPTY_ROOT });
    expect(await store.latestCheckpoint()).toBeNull();
    expect(await store.indexesOf([tag('a')], 10, 10)).toEqual([]);
  });

  it('has after a restart what was appended, over tiles and partitions', async () => {
    const bodies = records(1_300);
    for (const [start, end] of [
      [0, 1],
      [1, 256],
      [256, 900],
      [900, 1_300],
    ] as const) {
      await appendEntries(store, bodies.slice(start, end));
    }
    const head = await store.head();
    await reopen();
    expect(await store.head()).toEqual(head);
    expect(await store.entries(0, 1_300)).toEqual(bodies);
    expect(await rootOfTiles(store.readTile, 1_300)).toEqual(head.root);
    const proof = await inclusionProof(store.readTile, 777, 1_300);
    expect(isIncluded(leafHash(bodies[777] as Buffer), 777, 1_300, proof, head.root)).toBe(true);
    await expect(store.entries(1_299, 1_301)).rejects.toThrow();
  });

  it('takes a batch at its head only, and nothing of another', async () => {
    const stale = await batchOf(store, records(3, 100));
    await appendEntries(store, records(2));
    const head = await store.head();
    await expect(store.append(stale)).rejects.toThrow(HeadMoved);
    const sameSize = { ...(await batchOf(store, records(1, 200))), from: { size: 2, root: EMPTY_ROOT } };
    await expect(store.append(sameSize)).rejects.toThrow(HeadMoved);
    expect(await store.head()).toEqual(head);
    await expect(store.entries(2, 3)).rejects.toThrow();
    await appendEntries(store, records(1, 300));
    expect(await store.entries(0, 3)).toEqual([...records(2), record(300)]);
  });

  it('lets one of two win that append at the same time', async () => {
    const [one, two] = [await batchOf(store, records(5, 10)), await batchOf(store, records(5, 20))];
    const results = await Promise.allSettled([store.append(one), store.append(two)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const winner = results[0].status === 'fulfilled' ? one : two;
    expect(await store.head()).toEqual(winner.to);
    expect(await store.entries(0, 5)).toEqual(winner.entries.map(({ body }) => body));
  });

  it('finds entries by tag, the newest first, page by page', async () => {
    await appendEntries(store, [record(0, [tag('a')])], [tag('a')]);
    await appendEntries(store, [record(1, [tag('b')])], [tag('b')]);
    await appendEntries(store, [record(2, [tag('a'), tag('b')])], [tag('a'), tag('b'), tag('b')]);
    await appendEntries(store, [encodeAccessRecord(intentRecord())]);
    for (const round of ['as written', 'as opened again']) {
      expect([round, await store.indexesOf([tag('a')], 10, 10)]).toEqual([round, [2, 0]]);
      expect(await store.indexesOf([tag('a'), tag('b')], 10, 10)).toEqual([2, 1, 0]);
      expect(await store.indexesOf([tag('a'), tag('b')], 10, 2)).toEqual([2, 1]);
      expect(await store.indexesOf([tag('a'), tag('b')], 2, 2)).toEqual([1, 0]);
      expect(await store.indexesOf([tag('a'), tag('a')], 2, 5)).toEqual([0]);
      expect(
        await Promise.all(
          [['a'], ['b'], ['a', 'b'], ['a', 'a'], ['z'], []].map((names) => store.countOf(names.map(tag))),
        ),
      ).toEqual([2, 2, 3, 2, 0, 0]);
      await reopen();
    }
  });

  it('has what was sealed with an entry, with this entry and no other', async () => {
    const [one, two, three] = [sealedAs(1), sealedAs(2, { bytes: 70_000 }), sealedAs(3, { bytes: 0 })];
    const batch = await batchOf(store, records(3));
    const entries = batch.entries.map((entry, at) => ({
      ...entry,
      sealed: [[one, two], [], [three]][at] ?? [],
    }));
    await store.append({ ...batch, entries });
    for (const round of ['as written', 'as opened again']) {
      expect([round, await store.sealed(0, one.digest)]).toEqual([round, one.ciphertext]);
      expect(await store.sealed(0, two.digest)).toEqual(two.ciphertext);
      expect(await store.sealed(2, three.digest)).toEqual(three.ciphertext);
      expect([await store.sealed(1, one.digest), await store.sealed(2, one.digest)]).toEqual([null, null]);
      expect(await store.entries(0, 3)).toEqual(records(3));
      await reopen();
    }
  });

  it('has nothing of what was sealed with a batch that it did not take', async () => {
    const stale = await batchOf(store, records(1, 100), [], [sealedAs(1)]);
    await appendEntries(store, records(1), [], [sealedAs(2)]);
    await expect(store.append(stale)).rejects.toThrow(HeadMoved);
    expect(await store.sealed(0, sealedAs(1).digest)).toBeNull();
    expect(await store.sealed(0, sealedAs(2).digest)).toEqual(sealedAs(2).ciphertext);
  });

  it('keeps the latest checkpoint and what witnesses said to it', async () => {
    await appendEntries(store, records(3));
    const { root } = await store.head();
    await store.addCheckpoint({ size: 3, root, note: 'three' });
    await store.addCheckpoint({ size: 3, root, note: 'another three' });
    await store.addCosignature(3, 'w2', 'line 2\n');
    await store.addCosignature(3, 'w1', 'line 1\n');
    await store.addCosignature(3, 'w1', 'line 1 again\n');
    const lines = async () => {
      const latest = await store.latestCheckpoint();
      return [latest?.size, latest?.note, [...(latest?.cosignatures ?? [])].sort()];
    };
    expect(await lines()).toEqual([3, 'three', ['line 1\n', 'line 2\n']]);
    await reopen();
    expect(await lines()).toEqual([3, 'three', ['line 1\n', 'line 2\n']]);
    await appendEntries(store, records(1, 3));
    await store.addCheckpoint({ ...(await store.head()), note: 'four' });
    expect(await lines()).toEqual([4, 'four', []]);
  });
});
