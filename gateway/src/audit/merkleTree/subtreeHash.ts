import { nodeHash } from './merkleHash.ts';
import { hashInTile, type ReadTile, TILE_HEIGHT, TILE_WIDTH, tileWidth } from './tile.ts';

/** The hash of the leaves `[start, end)`, which are a subtree as RFC 6962 section 2.1 splits the tree. */
export type SubtreeHash = (start: number, end: number) => Promise<Buffer>;

/**
 * Computes hashes of subtrees of a tree of `size` leaves from its tiles. Each tile is read once, so that one of these is
 * meant for one proof and then let go.
 */
export function createSubtreeHash(readTile: ReadTile, size: number): SubtreeHash {
  const tiles = new Map<string, Promise<Uint8Array>>();

  const tile = (level: number, index: number) => {
    const name = `${level}/${index}`;
    const known = tiles.get(name);
    if (known !== undefined) return known;
    const read = readTile(level, index, tileWidth(level, index, size));
    tiles.set(name, read);
    return read;
  };

  const complete = async (height: number, index: number): Promise<Buffer> => {
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = index * count;
    const hashes = await tile(level, Math.floor(first / TILE_WIDTH));
    let row = Array.from({ length: count }, (_, at) => hashInTile(hashes, (first % TILE_WIDTH) + at));
    while (row.length > 1) {
      row = Array.from({ length: row.length / 2 }, (_, at) =>
        nodeHash(row[2 * at] as Buffer, row[2 * at + 1] as Buffer),
      );
    }
    return row[0] as Buffer;
  };

  const subtree: SubtreeHash = async (start, end) => {
    const length = end - start;
    const split = splitPoint(length);
    if (split * 2 === length || length === 1) return complete(Math.log2(length), start / length);
    return nodeHash(await subtree(start, start + split), await subtree(start + split, end));
  };
  return subtree;
}

/** The largest power of two that is smaller than `length` (RFC 6962 section 2.1); 1 for a length of 2 and less. */
export function splitPoint(length: number): number {
  let split = 1;
  while (split * 2 < length) split *= 2;
  return split;
}
