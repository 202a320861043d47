import type { BundleFiles } from './bundleFiles.ts';
import type { Checkpoint } from './checkpoint.ts';
import { ClockWatch } from './clockWatch.ts';
import type { Report } from './fault.ts';
import { claimOf, type IndexClaim } from './indexLeaf.ts';
import { IndexWatch } from './indexWatch.ts';
import { hashOfLeaf } from './merkleProof.ts';
import { RootOfHashes } from './rootOfHashes.ts';

const WIDTH = 256;
const HASH_BYTES = 32;
/** More are counted, and not named one by one. */
const MAX_NAMED = 20;

export interface WholeLog {
  /** Records that are there. */
  readonly size: number;
  /** Over them, or over the hashes that are kept of them where those lead to the checkpoint. */
  readonly root: Buffer;
  hashAt(index: number): Buffer | null;
  /** Records before which the clock was set back. */
  readonly stepsBack: readonly number[];
  /** Index records that were computed again and are right. */
  readonly indexes: number;
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
  const clock = new ClockWatch();
  const watch = new IndexWatch(await readClaims(files, size), report);
  const see = (index: number, record: Buffer) => {
    clock.see(index, record);
    watch.see(index, record);
  };
  const records = new Hashes(clock, watch);
  const kept = new Hashes(clock, watch);
  for (let index = 0; index * WIDTH < size && records.size === index * WIDTH; index++) {
    const width = Math.min(WIDTH, size - index * WIDTH);
    const leaves = await readEntries(files, index, width, see, report);
    const tile = await readTile(files, 0, index, width, report);
    const computed = Buffer.concat(leaves);
    const root = rootOfTile(computed);
    records.add(computed, root);
    if (tile !== null && kept.size === index * WIDTH) {
      kept.add(tile, tile.equals(computed) ? root : rootOfTile(tile));
    }
  }
  if (records.size < size) {
    report('TAIL_MISSING', 'tile/entries', `${size} records were published, and ${records.size} are there`);
    return records;
  }
  const right = blame(records, kept, checkpoint, report);
  await checkUpperTiles(files, right, size, report);
  return right;
}

/** Hashes of leaves, tile by tile. The root over the roots of tiles is that over the leaves, since a tile is a power of two wide. */
class Hashes implements WholeLog {
  readonly tiles: Buffer[] = [];
  /** Of each tile. */
  readonly roots: Buffer[] = [];
  readonly #clock: ClockWatch;
  readonly #watch: IndexWatch;
  size = 0;

  constructor(clock: ClockWatch, watch: IndexWatch) {
    this.#clock = clock;
    this.#watch = watch;
  }

  get stepsBack(): readonly number[] {
    return this.#clock.stepsBack;
  }

  get indexes(): number {
    return this.#watch.right;
  }

  add(tile: Buffer, root: Buffer): void {
    this.tiles.push(tile);
    this.roots.push(root);
    this.size += tile.length / HASH_BYTES;
  }

  get root(): Buffer {
    return rootOf(this.roots);
  }

  hashAt(index: number): Buffer | null {
    const tile = this.tiles[Math.floor(index / WIDTH)];
    return tile === undefined || index >= this.size ? null : hashOf(tile, index % WIDTH);
  }
}

/** Of a record and the hash that is kept of it, the one is right that leads to the checkpoint. Gives the right hashes, if any are. */
function blame(records: Hashes, kept: Hashes, checkpoint: Checkpoint, report: Report): Hashes {
  const isRecordsRight = records.root.equals(checkpoint.root);
  const isKeptRight = kept.root.equals(checkpoint.root);
  if (!isRecordsRight && !isKeptRight) {
    report('LOG_REWRITTEN', 'checkpoint', 'the records do not lead to the root that was published');
  }
  const code = isRecordsRight ? 'HASH_CHANGED' : 'RECORD_CHANGED';
  let differing = 0;
  for (const [index, tile] of kept.tiles.entries()) {
    if (tile.equals(records.tiles[index] as Buffer)) continue;
    for (let at = index * WIDTH; at < index * WIDTH + tile.length / HASH_BYTES; at++) {
      if (records.hashAt(at)?.equals(kept.hashAt(at) as Buffer)) continue;
      differing += 1;
      if (differing > MAX_NAMED) continue;
      const where = isRecordsRight ? tilePath(0, index, tile.length / HASH_BYTES) : `record ${at}`;
      report(code, where, `record ${at} and the hash that is kept of it do not fit`);
    }
  }
  if (differing > MAX_NAMED) report(code, 'tile/0', `${differing} in all`);
  return isKeptRight && !isRecordsRight ? kept : records;
}

/** Each hash of a tile above the lowest is the root of a full tile below it. */
async function checkUpperTiles(
  files: BundleFiles,
  { roots }: Hashes,
  size: number,
  report: Report,
): Promise<void> {
  let below: readonly Buffer[] = roots;
  for (let level = 1; Math.floor(size / WIDTH ** level) > 0; level++) {
    const full = below.slice(0, Math.floor(size / WIDTH ** level));
    const above: Buffer[] = [];
    for (let index = 0; index * WIDTH < full.length; index++) {
      const expected = Buffer.concat(full.slice(index * WIDTH, (index + 1) * WIDTH));
      const width = expected.length / HASH_BYTES;
      const tile = await readTile(files, level, index, width, report);
      if (tile !== null && !tile.equals(expected)) {
        report('TILE_CHANGED', tilePath(level, index, width), 'it is not what the tiles below it add up to');
      }
      above.push(rootOfTile(expected));
    }
    below = above;
  }
}

function rootOfTile(tile: Buffer): Buffer {
  return rootOf(Array.from({ length: tile.length / HASH_BYTES }, (_, at) => hashOf(tile, at)));
}

function rootOf(hashes: readonly Buffer[]): Buffer {
  const root = new RootOfHashes();
  for (const hash of hashes) root.add(hash);
  return root.root();
}

function hashOf(tile: Buffer, at: number): Buffer {
  return tile.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
}

async function readEntries(
  files: BundleFiles,
  index: number,
  width: number,
  see: (index: number, record: Buffer) => void,
  report: Report,
): Promise<Buffer[]> {
  const path = tilePath('entries', index, width);
  const bundle = await files.read(path);
  if (bundle === null) return [];
  const { records, isWhole } = splitEntries(bundle);
  if (!isWhole || records.length > width) report('MALFORMED', path, 'lengths and records do not fit');
  return records.slice(0, width).map((record, at) => {
    see(index * WIDTH + at, record);
    return hashOfLeaf(record);
  });
}

/** Records of a bundle of entries, each after its length. */
function splitEntries(bundle: Buffer): { records: Buffer[]; isWhole: boolean } {
  const records: Buffer[] = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) break;
    records.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return { records, isWhole: at === bundle.length };
}

/** All index records, which must be known before the records that they cover are seen. No text in a record can look like this. */
async function readClaims(files: BundleFiles, size: number): Promise<ReadonlyMap<number, IndexClaim>> {
  const claims = new Map<number, IndexClaim>();
  for (let index = 0; index * WIDTH < size; index++) {
    const bundle = await files.read(tilePath('entries', index, Math.min(WIDTH, size - index * WIDTH)));
    if (bundle === null || !bundle.includes('"phase":"index"')) continue;
    for (const [at, record] of splitEntries(bundle).records.entries()) {
      const claim = claimOf(record);
      if (claim !== null) claims.set(index * WIDTH + at, claim);
    }
  }
  return claims;
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
