import { leafHash } from '../merkleTree/merkleHash.ts';
import type { ReadTile } from '../merkleTree/tile.ts';
import { TilesInMemory } from '../merkleTree/tilesInMemory.ts';
import { TileTree } from '../merkleTree/tileTree.ts';

/** A tree and what is stored of it. */
export class TreeInMemory {
  readonly tree = new TileTree();
  readonly #tiles = new TilesInMemory();
  readonly readTile: ReadTile = this.#tiles.readTile;

  append(entries: readonly Uint8Array[]): this {
    const leaves = entries.map(leafHash);
    this.#tiles.add(leaves, this.tree.append(leaves));
    return this;
  }
}

/** `count` entries that differ. */
export function entries(count: number, from = 0): Buffer[] {
  return Array.from({ length: count }, (_, at) => Buffer.from(`entry ${from + at}`));
}
