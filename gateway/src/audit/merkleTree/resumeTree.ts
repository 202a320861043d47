import { Frontier } from './frontier.ts';
import { createSubtreeHash } from './subtreeHash.ts';
import { hashesAtLevel, hashInTile, type ReadTile, TILE_WIDTH, tileWidth } from './tile.ts';
import { TileTree } from './tileTree.ts';

/** The tree of `size` leaves, ready to grow, from what is stored of it. Its root is for the caller to compare. */
export async function resumeTree(readTile: ReadTile, size: number): Promise<TileTree> {
  const subtree = createSubtreeHash(readTile, size);
  const peaks: Buffer[] = [];
  for (let start = 0; start < size; ) {
    const length = largestPowerOfTwoIn(size - start);
    peaks.push(await subtree(start, start + length));
    start += length;
  }
  const partial: Buffer[][] = [];
  for (let level = 0; hashesAtLevel(level, size) > 0; level++) {
    const index = Math.floor(hashesAtLevel(level, size) / TILE_WIDTH);
    const width = tileWidth(level, index, size);
    const tile = width === 0 ? new Uint8Array() : await readTile(level, index, width);
    partial.push(Array.from({ length: width }, (_, at) => hashInTile(tile, at)));
  }
  return new TileTree(new Frontier(size, peaks), partial);
}

function largestPowerOfTwoIn(count: number): number {
  let power = 1;
  while (power * 2 <= count) power *= 2;
  return power;
}
