import type { BundleFiles } from './bundleFiles.ts';
import type { Checkpoint } from './checkpoint.ts';
import type { Report } from './fault.ts';
import { hashOfLeaf } from './merkleProof.ts';
import { RootOfHashes } from './rootOfHashes.ts';

const WIDTH = 256;
const HASH_BYTES = 32;
/** More are counted, and not named one by one. */
const MAX_NAMED = 20;

export interface WholeLog {
  /** Records that are there. */
  readonly size: number;
  /** Over them. */
  readonly root: Buffer;
  hashAt(index: number): Buffer | null;
}

/**
 * Computes the log again from its records, and holds every tile of every level and the checkpoint against it (C2SP tlog-tiles). Null where
 * the bundle does not have the whole log.
 */
export async function checkWholeLog(
  files: BundleFiles,
  checkpoint: Checkpoint,
  report: Report,
): Promise<WholeLog | null> {
  if ((await files.list('tile')).length === 0) return null;
  const { size } = checkpoint;
  const records = new RootOfHashes();
  const hashes: Buffer[] = [];
  const differing: number[] = [];
  const kept = new RootOfHashes();
  for (let index = 0; index * WIDTH < size; index++) {
    const width = Math.min(WIDTH, size - index * WIDTH);
    const leaves = await readEntries(files, index, width, report);
    const tile = await readTile(files, 0, index, width, report);
    for (const [at, leaf] of leaves.entries()) {
      records.add(leaf);
      const inTile = tile?.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
      if (inTile !== undefined) kept.add(Buffer.from(inTile));
      if (inTile !== undefined && !leaf.equals(inTile)) differing.push(index * WIDTH + at);
    }
    hashes.push(Buffer.concat(leaves));
    if (leaves.length < width) break;
  }
  const found = hashes.reduce((sum, chunk) => sum + chunk.length / HASH_BYTES, 0);
  const root = records.root();
  if (found < size)
    report('TAIL_MISSING', 'tile/entries', `${size} records were published, and ${found} are there`);
  else blame(differing, root, kept.root(), checkpoint, report);
  await checkUpperTiles(files, hashes, size, report);
  return {
    size: found,
    root,
    hashAt: (index) =>
      index < found
        ? (hashes[Math.floor(index / WIDTH)]?.subarray((index % WIDTH) * 32, ((index % WIDTH) + 1) * 32) ??
          null)
        : null,
  };
}

/** Of a record and the hash that is kept of it, the one is right that leads to the checkpoint. */
function blame(
  differing: readonly number[],
  root: Buffer,
  keptRoot: Buffer,
  checkpoint: Checkpoint,
  report: Report,
): void {
  const isRecordsRight = root.equals(checkpoint.root);
  if (!isRecordsRight && (differing.length === 0 || !keptRoot.equals(checkpoint.root))) {
    report('LOG_REWRITTEN', 'checkpoint', 'the records do not lead to the root that was published');
  }
  for (const index of differing.slice(0, MAX_NAMED)) {
    const path = tilePath(0, Math.floor(index / WIDTH), WIDTH);
    if (isRecordsRight)
      report('HASH_CHANGED', path, `the hash of record ${index} is not the hash of the record`);
    else report('RECORD_CHANGED', `record ${index}`, 'it is not the record whose hash was kept');
  }
  if (differing.length > MAX_NAMED) {
    report(isRecordsRight ? 'HASH_CHANGED' : 'RECORD_CHANGED', 'tile/0', `${differing.length} in all`);
  }
}

/** Each hash of a tile above the lowest is the root of a full tile below it. */
async function checkUpperTiles(
  files: BundleFiles,
  leaves: readonly Buffer[],
  size: number,
  report: Report,
): Promise<void> {
  let below: readonly Buffer[] = leaves;
  for (let level = 1; Math.floor(size / WIDTH ** level) > 0; level++) {
    const roots = below.filter((tile) => tile.length === WIDTH * HASH_BYTES).map(rootOfTile);
    const tiles: Buffer[] = [];
    for (let index = 0; index * WIDTH < roots.length; index++) {
      const expected = Buffer.concat(roots.slice(index * WIDTH, (index + 1) * WIDTH));
      const width = expected.length / HASH_BYTES;
      const tile = await readTile(files, level, index, width, report);
      if (tile !== null && !tile.equals(expected)) {
        report('TILE_CHANGED', tilePath(level, index, width), 'it is not what the tiles below it add up to');
      }
      tiles.push(expected);
    }
    below = tiles;
  }
}

function rootOfTile(tile: Buffer): Buffer {
  const root = new RootOfHashes();
  for (let at = 0; at < tile.length; at += HASH_BYTES) root.add(tile.subarray(at, at + HASH_BYTES));
  return root.root();
}

async function readEntries(
  files: BundleFiles,
  index: number,
  width: number,
  report: Report,
): Promise<Buffer[]> {
  const path = tilePath('entries', index, width);
  const bundle = await files.read(path);
  if (bundle === null) return [];
  const leaves: Buffer[] = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) break;
    leaves.push(hashOfLeaf(bundle.subarray(at + 2, end)));
    at = end;
  }
  if (at !== bundle.length || leaves.length > width)
    report('MALFORMED', path, 'lengths and records do not fit');
  return leaves.slice(0, width);
}

async function readTile(
  files: BundleFiles,
  level: number,
  index: number,
  width: number,
  report: Report,
): Promise<Buffer | null> {
  const path = tilePath(level, index, width);
  const tile = await files.read(path);
  if (tile !== null && tile.length === width * HASH_BYTES) return tile;
  report(tile === null ? 'MISSING' : 'MALFORMED', path, `a tile of ${width} hashes must be here`);
  return null;
}

/** `x001/x234/067` of tlog-tiles: groups of three digits, all but the last with an x. */
function tilePath(level: number | 'entries', index: number, width: number): string {
  let rest = index;
  let path = String(rest % 1_000).padStart(3, '0');
  while (rest >= 1_000) {
    rest = Math.floor(rest / 1_000);
    path = `x${String(rest % 1_000).padStart(3, '0')}/${path}`;
  }
  return `tile/${level}/${path}${width === WIDTH ? '' : `.p/${width}`}`;
}
