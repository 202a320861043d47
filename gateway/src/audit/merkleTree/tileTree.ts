import { Frontier } from './frontier.ts';
import { type FullTile, TILE_HEIGHT, TILE_WIDTH } from './tile.ts';

/**
 * A tree that grows and says which tiles have become full. It keeps the right edge only: at most 255 hashes a level.
 * Grow a `copy`, and throw it away if what it stands for could not be stored.
 */
export class TileTree {
  readonly #frontier: Frontier;
  /** What stands in the last tile of each level that is not full yet. */
  readonly #partial: Buffer[][];

  constructor(frontier = new Frontier(), partial: readonly (readonly Buffer[])[] = []) {
    this.#frontier = frontier;
    this.#partial = partial.map((hashes) => [...hashes]);
  }

  get size(): number {
    return this.#frontier.size;
  }

  root(): Buffer {
    return this.#frontier.root();
  }

  /** Appends, and gives the tiles that became full by it, the lowest first. */
  append(leafHashes: Iterable<Buffer>): FullTile[] {
    const full: FullTile[] = [];
    for (const leaf of leafHashes) {
      this.#frontier.append(leaf, (height, index, node) => {
        if (height % TILE_HEIGHT !== 0) return;
        const level = height / TILE_HEIGHT;
        if (level > 0) full.push(this.#close(level - 1, index, node));
        const open = this.#partial[level];
        if (open === undefined) this.#partial[level] = [node];
        else open.push(node);
      });
    }
    return full;
  }

  copy(): TileTree {
    return new TileTree(this.#frontier.copy(), this.#partial);
  }

  #close(level: number, index: number, root: Buffer): FullTile {
    const hashes = this.#partial[level] ?? [];
    if (hashes.length !== TILE_WIDTH) throw new Error(`a tile of ${hashes.length} hashes cannot be closed`);
    this.#partial[level] = [];
    return { level, index, hashes: Buffer.concat(hashes), root };
  }
}
