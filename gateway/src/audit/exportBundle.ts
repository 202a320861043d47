import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TagProof } from './completeness/subjectIndex.ts';
import type { LogStore } from './logStore.ts';
import { consistencyProof } from './merkleTree/consistencyProof.ts';
import { inclusionProof } from './merkleTree/inclusionProof.ts';
import { leafHash } from './merkleTree/merkleHash.ts';
import { hashesAtLevel, TILE_WIDTH, tileWidth } from './merkleTree/tile.ts';
import { tilePath } from './merkleTree/tilePath.ts';
import type { Receipt } from './sequencer.ts';
import { readTlogResource } from './tlogResource.ts';
import { parseCheckpoint } from './verify/checkpoint.ts';

export interface BundleContents {
  /** Made where it is missing. */
  readonly directory: string;
  /** Which records; `all` brings every tile too, so that the whole log can be computed again. */
  readonly records: readonly number[] | 'all';
  /** Whom to believe (C2SP tlog-policy). An auditor brings his own when he checks. */
  readonly policy: string;
  /** The checkpoint that the auditor was given last, for proof that the log has only grown since. */
  readonly seenCheckpoint?: string;
  /** What was promised to who asked. */
  readonly receipts?: readonly Receipt[];
  /** For a bundle of all records about one person: proof from an index that none is left out. */
  readonly completeness?: PersonIndex;
}

export interface PersonIndex {
  /** Every tag that the person has in the log. */
  readonly subjects: readonly string[];
  /** Index of the index record; it is to be among the records of the bundle. */
  readonly record: number;
  /** One for each of `subjects`. */
  readonly proofs: readonly TagProof[];
}

/** Where a bundle is taken from: a store, or a log over HTTP. */
export type LogSource = Pick<LogStore, 'head' | 'latestCheckpoint' | 'readTile' | 'entries'>;

/**
 * Writes what an auditor needs to check records without us: the records, a `.tlog-proof` for each (C2SP tlog-proof), checkpoint,
 * consistency proof, policy. Everything is as of the latest checkpoint; what came after it is left out.
 *
 * @throws Error where nothing was published yet.
 */
export async function exportBundle(store: LogSource, contents: BundleContents): Promise<void> {
  const { directory, policy, seenCheckpoint, receipts, completeness } = contents;
  const latest = await store.latestCheckpoint();
  if (latest === null) throw new Error('no checkpoint was published yet');
  const { size } = latest;
  const checkpoint = latest.note + latest.cosignatures.join('');
  const put = async (path: string, body: string | Uint8Array) => {
    const file = join(directory, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, body);
  };

  await put('policy', policy);
  await put('checkpoint', checkpoint);
  const head = await store.head();
  await put('head.json', `${JSON.stringify({ size: head.size, root: head.root.toString('base64') })}\n`);
  if (receipts !== undefined) await put('receipts.json', `${JSON.stringify(receipts)}\n`);
  if (completeness !== undefined) {
    const { subjects, record, proofs } = completeness;
    await put('subjects.json', `${JSON.stringify(subjects)}\n`);
    await put('index.json', `${JSON.stringify({ record, proofs })}\n`);
  }
  if (seenCheckpoint !== undefined) {
    const seen = parseCheckpoint(seenCheckpoint);
    await put('seen-checkpoint', seenCheckpoint);
    const proof = seen.size <= size ? await consistencyProof(store.readTile, seen.size, size) : [];
    await put('consistency', proof.map((hash) => `${hash.toString('base64')}\n`).join(''));
  }
  if (contents.records === 'all') {
    for (const path of tilePaths(size)) {
      const resource = await readTlogResource(store, path);
      if (resource !== null) await put(path, resource.body);
    }
    return;
  }
  for (const index of contents.records) {
    if (index >= size) continue;
    const [entry] = await store.entries(index, index + 1);
    if (entry === undefined) continue;
    const proof = await inclusionProof(store.readTile, index, size);
    await put(`records/${index}.json`, entry);
    await put(`records/${index}.tlog-proof`, writeProof(index, leafHash(entry), proof, checkpoint));
  }
}

/** The hash of the record stands in `extra`, so that a verifier can say whether record or proof was changed. */
function writeProof(index: number, leaf: Buffer, proof: readonly Buffer[], checkpoint: string): string {
  const hashes = proof.map((hash) => `${hash.toString('base64')}\n`).join('');
  return `c2sp.org/tlog-proof@v1\nextra ${leaf.toString('base64')}\nindex ${index}\n${hashes}\n${checkpoint}`;
}

/** Every tile of a tree of `size` leaves, and every bundle of entries. */
function* tilePaths(size: number): Generator<string> {
  for (let level = 0; hashesAtLevel(level, size) > 0; level++) {
    for (let index = 0; index * TILE_WIDTH < hashesAtLevel(level, size); index++) {
      const width = tileWidth(level, index, size);
      yield tilePath({ level, index, width });
      if (level === 0) yield tilePath({ level: 'entries', index, width });
    }
  }
}
