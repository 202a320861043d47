import { EMPTY_ROOT } from './merkleHash.ts';
import { createSubtreeHash, type SubtreeHash, splitPoint } from './subtreeHash.ts';
import type { ReadTile } from './tile.ts';

/**
 * The hashes that lead from the leaf `index` to the root of the first `size` leaves, from the leaf up
 * (RFC 6962 section 2.1.1).
 *
 * @throws RangeError where the tree has no such leaf.
 */
export async function inclusionProof(readTile: ReadTile, index: number, size: number): Promise<Buffer[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  return await path(createSubtreeHash(readTile, size), index, 0, size);
}

/** The root of the first `size` leaves, from the tiles. */
export async function rootOfTiles(readTile: ReadTile, size: number): Promise<Buffer> {
  return size === 0 ? EMPTY_ROOT : await createSubtreeHash(readTile, size)(0, size);
}

async function path(subtree: SubtreeHash, index: number, start: number, end: number): Promise<Buffer[]> {
  if (end - start === 1) return [];
  const middle = start + splitPoint(end - start);
  return index < middle
    ? [...(await path(subtree, index, start, middle)), await subtree(middle, end)]
    : [...(await path(subtree, index, middle, end)), await subtree(start, middle)];
}
