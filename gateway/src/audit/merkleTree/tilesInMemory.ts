import { type FullTile, type ReadTile, TILE_WIDTH } from './tile.ts';

/** Everything that is stored of a tree, in memory: 33 bytes a leaf. */
export class TilesInMemory {
  readonly #levels: FullTile[][] = [];
  /** Leaves that are in no full tile yet. */
  #rest: Buffer[] = [];

  /** Takes what `TileTree.append` was given and gave. */
  add(leafHashes: readonly Buffer[], fullTiles: readonly FullTile[]): void {
    const leaves = [...this.#rest, ...leafHashes];
    for (const tile of fullTiles) {
      const level = this.#levels[tile.level];
      if (level === undefined) this.#levels[tile.level] = [tile];
      else level.push(tile);
    }
    this.#rest = leaves.slice(leaves.length - (leaves.length % TILE_WIDTH));
  }

  readonly readTile: ReadTile = async (level, index, width) => {
    const full = this.#levels[level]?.[index];
    if (full !== undefined) return full.hashes.subarray(0, width * 32);
    if (level === 0) return Buffer.concat(this.#rest.slice(0, width));
    const below = this.#levels[level - 1]?.slice(index * TILE_WIDTH, index * TILE_WIDTH + width) ?? [];
    return Buffer.concat(below.map(({ root }) => root));
  };
}
