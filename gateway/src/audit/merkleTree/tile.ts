import { HASH_BYTES } from './merkleHash.ts';

/** Hashes in a full tile, and levels of the tree that a tile spans (C2SP tlog-tiles, "Merkle Tree"). */
export const TILE_WIDTH = 256;
export const TILE_HEIGHT = 8;

/** 256 hashes that will not change any more, and the root over them, which is one hash of the level above. */
export interface FullTile {
  readonly level: number;
  readonly index: number;
  readonly hashes: Buffer;
  readonly root: Buffer;
}

/** Reads `width` hashes, from the left, of the tile `index` at `level`. Level 0 holds leaf hashes. */
export type ReadTile = (level: number, index: number, width: number) => Promise<Uint8Array>;

/** How many hashes stand at `level` of a tree of `size` leaves: only complete subtrees have one. */
export function hashesAtLevel(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

/** Width of a tile in a tree of `size` leaves, 0 where it has no hash yet. */
export function tileWidth(level: number, index: number, size: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, hashesAtLevel(level, size) - index * TILE_WIDTH));
}

export function hashInTile(tile: Uint8Array, at: number): Buffer {
  return Buffer.from(tile.buffer, tile.byteOffset + at * HASH_BYTES, HASH_BYTES);
}
