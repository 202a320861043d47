import { EMPTY_ROOT, nodeHash } from './merkleHash.ts';

/** Hashes of a tile side by side, 32 bytes each (C2SP tlog-tiles). `width`: how many, 1 to 256. */
export type ReadTile = (level: number, index: number, width: number) => Promise<Buffer>;

const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;
const HASH_BYTES = 32;

/**
 * The tree over the first `size` entries of a log, read from its tiles. What a tile says is believed only as far as it leads to the root
 * that a checkpoint has: a tile that was changed leads elsewhere.
 */
export interface TiledTree {
  readonly root: () => Promise<Buffer>;
  /** Whether an entry with this leaf hash stands at `index`. */
  includes(index: number, leafHash: Buffer, root: Buffer): Promise<boolean>;
  /** Whether the first `size` entries of this tree are a tree with `oldRoot`. */
  continues(size: number, oldRoot: Buffer, root: Buffer): Promise<boolean>;
}

export function createTiledTree(treeSize: number, readTile: ReadTile): TiledTree {
  /** The root of the full subtree over the entries `[index << height, (index + 1) << height)`. */
  async function fullNode(height: number, index: number): Promise<Buffer> {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height - level * TILE_HEIGHT);
    const first = index * count;
    const tile = Math.floor(first / TILE_WIDTH);
    const inLevel = Math.floor(treeSize / 2 ** (level * TILE_HEIGHT));
    const width = Math.min(TILE_WIDTH, inLevel - tile * TILE_WIDTH);
    const bytes = await readTile(level, tile, width);
    if (bytes.length !== width * HASH_BYTES) throw new Error('a tile of the access log has another length');
    let hashes = Array.from({ length: count }, (_, at) => {
      const start = (first - tile * TILE_WIDTH + at) * HASH_BYTES;
      return bytes.subarray(start, start + HASH_BYTES);
    });
    while (hashes.length > 1) {
      hashes = Array.from({ length: hashes.length / 2 }, (_, at) =>
        nodeHash(hashes[2 * at] as Buffer, hashes[2 * at + 1] as Buffer),
      );
    }
    return Buffer.from(hashes[0] as Buffer);
  }

  /** The root over `[start, end)`, where `start` is where a subtree of that length may begin. */
  async function rangeRoot(start: number, end: number): Promise<Buffer> {
    const parts = await Promise.all(
      fullParts(start, end).map(({ height, index }) => fullNode(height, index)),
    );
    return parts.reduceRight((right, left) => nodeHash(left, right));
  }

  /** Climbs from a full subtree to the root of the whole. */
  async function leadsTo(
    root: Buffer,
    from: { height: number; index: number },
    hash: Buffer,
  ): Promise<boolean> {
    let [reached, { height, index }] = [hash, from];
    for (; 2 ** height < treeSize; height += 1, index = Math.floor(index / 2)) {
      if (index % 2 === 1) {
        reached = nodeHash(await fullNode(height, index - 1), reached);
        continue;
      }
      const start = (index + 1) * 2 ** height;
      if (start >= treeSize) continue;
      reached = nodeHash(reached, await rangeRoot(start, Math.min(treeSize, start + 2 ** height)));
    }
    return reached.equals(root);
  }

  return {
    root: async () => (treeSize === 0 ? EMPTY_ROOT : await rangeRoot(0, treeSize)),
    includes: async (index, leafHash, root) =>
      index < treeSize && (await leadsTo(root, { height: 0, index }, leafHash)),
    async continues(size, oldRoot, root) {
      if (size > treeSize) return false;
      if (size === 0) return oldRoot.equals(EMPTY_ROOT);
      const parts = fullParts(0, size);
      const hashes = await Promise.all(parts.map(({ height, index }) => fullNode(height, index)));
      if (!hashes.reduceRight((right, left) => nodeHash(left, right)).equals(oldRoot)) return false;
      for (const [at, part] of parts.entries()) {
        if (!(await leadsTo(root, part, hashes[at] as Buffer))) return false;
      }
      return true;
    },
  };
}

/** Full subtrees, from the left, that together are `[start, end)`. */
function fullParts(start: number, end: number): { readonly height: number; readonly index: number }[] {
  const parts: { height: number; index: number }[] = [];
  for (let at = start; at < end; ) {
    let height = 0;
    while (at % 2 ** (height + 1) === 0 && at + 2 ** (height + 1) <= end) height += 1;
    parts.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return parts;
}
