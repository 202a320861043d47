import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { HeadMoved, type LogHead, type LogStore } from '../logStore.ts';
import { EMPTY_ROOT, leafHash } from '../merkleTree/merkleHash.ts';
import { TilesInMemory } from '../merkleTree/tilesInMemory.ts';
import { TileTree } from '../merkleTree/tileTree.ts';
import { decodeBatchPayload, encodeBatchPayload } from './batchPayload.ts';
import { type CheckpointFile, openCheckpointFile } from './checkpointFile.ts';
import { EntryIndex, type EntryPlace } from './entryIndex.ts';
import { type FramedFile, openFramedFile } from './framedFile.ts';
import { lockFolder } from './lockFolder.ts';
import { findSealed } from './sealedBytes.ts';

export interface JournalConfig {
  /** Made where missing; one process at a time. */
  readonly folder: string;
  /** Tags that an entry is to be found by; asked when the journal is opened. */
  readonly subjectsOf: (body: Buffer) => readonly string[];
}

/**
 * The log in files, for where there is no PostgreSQL. Opening reads and checks all of it; hashes, places and tags are kept in memory
 * (about 200 bytes a record), so this is for up to some millions of records.
 *
 * What was sealed with a record is in the same frame as the record. Nothing is ever taken out of the file: where a person is erased, the
 * key is, and the ciphertext stays and is unreadable for ever.
 *
 * @throws Error where the folder is in use, the journal was damaged or changed, or is shorter than what was published of it.
 */
export async function openJournal({ folder, subjectsOf }: JournalConfig): Promise<LogStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const unlock = lockFolder(folder);
  const opened: { close(): Promise<void> }[] = [];
  try {
    const checkpoints = await openCheckpointFile(join(folder, 'checkpoints'));
    opened.push(checkpoints);
    const tiles = new TilesInMemory();
    const index = new EntryIndex();
    const tree = new TileTree();
    const published = checkpoints.latest();
    const entries = await openFramedFile(join(folder, 'entries'), ({ payload, payloadAt }) => {
      const { start, root, bodies, places } = decodeBatchPayload(payload);
      const leaves = bodies.map(leafHash);
      if (start !== tree.size) throw new Error(`the journal has entry ${start} where ${tree.size} must be`);
      if (published !== null && published.size > start && published.size <= start + leaves.length) {
        const upTo = tree.copy();
        upTo.append(leaves.slice(0, published.size - start));
        if (!upTo.root().equals(published.root))
          throw new Error('the journal is not the one that was published');
      }
      tiles.add(leaves, tree.append(leaves));
      if (!tree.root().equals(root)) throw new Error(`the journal was changed in entries from ${start} on`);
      for (const [at, body] of bodies.entries()) {
        const { offset, sealedLength } = places[at] as (typeof places)[0];
        index.add({ at: payloadAt + offset, length: body.length, sealedLength }, subjectsOf(body));
      }
    });
    opened.push(entries);
    if (published !== null && published.size > tree.size) {
      throw new Error(`the journal has ${tree.size} entries, and ${published.size} were published`);
    }
    const head = { size: tree.size, root: tree.size === 0 ? EMPTY_ROOT : tree.root() };
    return createJournal({ entries, checkpoints, tiles, index, head, unlock });
  } catch (error) {
    for (const file of opened) await file.close();
    unlock();
    throw error;
  }
}

interface OpenJournal {
  readonly entries: FramedFile;
  readonly checkpoints: CheckpointFile;
  readonly tiles: TilesInMemory;
  readonly index: EntryIndex;
  readonly head: LogHead;
  readonly unlock: () => void;
}

function createJournal({ entries, checkpoints, tiles, index, head: start, unlock }: OpenJournal): LogStore {
  let head = start;
  /** One append after the other, whoever asks. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };

  return {
    head: () =>
      inTurn(async () => {
        await entries.repair();
        return head;
      }),
    append: (batch) =>
      inTurn(async () => {
        if (batch.from.size !== head.size || !batch.from.root.equals(head.root)) throw new HeadMoved();
        const payload = encodeBatchPayload(batch.from.size, batch.to.root, batch.entries);
        const payloadAt = await entries.append(payload);
        const { places } = decodeBatchPayload(payload);
        for (const [at, { body, subjects }] of batch.entries.entries()) {
          const { offset, sealedLength } = places[at] as (typeof places)[0];
          index.add({ at: payloadAt + offset, length: body.length, sealedLength }, subjects);
        }
        tiles.add(
          batch.entries.map((entry) => entry.leafHash),
          batch.fullTiles,
        );
        head = batch.to;
      }),
    readTile: tiles.readTile,
    entries: async (from, to) =>
      await Promise.all(index.places(from, to).map(({ at, length }) => entries.read(at, length))),
    async sealed(at, digest) {
      const [place] = index.places(at, at + 1) as [EntryPlace];
      return findSealed(await entries.read(place.at + place.length, place.sealedLength), digest);
    },
    indexesOf: async (tags, before, limit) => index.of(tags, before, limit),
    countOf: async (tags) => index.countOf(tags),
    addCheckpoint: (checkpoint) => inTurn(() => checkpoints.addCheckpoint(checkpoint)),
    addCosignature: (size, witness, line) => inTurn(() => checkpoints.addCosignature(size, witness, line)),
    async latestCheckpoint() {
      const latest = checkpoints.latest();
      return latest === null
        ? null
        : { size: latest.size, note: latest.note, cosignatures: [...latest.cosignatures.values()] };
    },
    close: () =>
      inTurn(async () => {
        await entries.close();
        await checkpoints.close();
        unlock();
      }),
  };
}
