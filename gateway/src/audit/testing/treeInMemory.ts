import { leafHash } from '../merkleTree/merkleHash.ts';
import { type FullTile, type ReadTile, TILE_WIDTH } from '../merkleTree/tile.ts';
import { TileTree } from '../merkleTree/tileTree.ts';

/** A tree with everything that is stored of one, in memory: full tiles, and leaf hashes for the last of level 0. */
export class TreeInMemory {
  readonly tree = new TileTree();
  readonly #leaves: Buffer[] = [];
  readonly #tiles = new Map<string, FullTile>();

  append(entries: readonly Uint8Array[]): this {
    const leaves = entries.map(leafHash);
    for (const leaf of leaves) this.#leaves.push(leaf);
    for (const tile of this.tree.append(leaves)) this.#tiles.set(`${tile.level}/${tile.index}`, tile);
    return this;
  }

  /** As stores do it: what is not a full tile is put together from the roots of the full tiles below. */
  readonly readTile: ReadTile = async (level, index, width) => {
    const full = this.#tiles.get(`${level}/${index}`);
    if (full !== undefined) return full.hashes.subarray(0, width * 32);
    const first = index * TILE_WIDTH;
    if (level === 0) return Buffer.concat(this.#leaves.slice(first, first + width));
    return Buffer.concat(
      Array.from({ length: width }, (_, at) => {
        const below = this.#tiles.get(`${level - 1}/${first + at}`);
        if (below === undefined) throw new Error(`no tile ${level - 1}/${first + at}`);
        return below.root;
      }),
    );
  };
}

/** `count` entries that differ. */
export function entries(count: number, from = 0): Buffer[] {
  return Array.from({ length: count }, (_, at) => Buffer.from(`entry ${from + at}`));
}
