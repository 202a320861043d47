import { createSubtreeHash, type SubtreeHash, splitPoint } from './subtreeHash.ts';
import type { ReadTile } from './tile.ts';

/**
 * Proves that the first `oldSize` leaves of a tree of `size` are the leaves of the tree as it was at `oldSize`
 * (RFC 6962 section 2.1.2). Empty where nothing is to be proven: from an empty tree, and between equal sizes.
 *
 * @throws RangeError where the tree was never that small.
 */
export async function consistencyProof(readTile: ReadTile, oldSize: number, size: number): Promise<Buffer[]> {
  if (!(oldSize >= 0 && oldSize <= size))
    throw new RangeError(`a tree of ${size} leaves never had ${oldSize}`);
  if (oldSize === 0 || oldSize === size) return [];
  return await subproof(createSubtreeHash(readTile, size), oldSize, 0, size, true);
}

/** `isWhole`: the old tree is the left part of all of this, whose hash the verifier has. */
async function subproof(
  subtree: SubtreeHash,
  oldSize: number,
  start: number,
  end: number,
  isWhole: boolean,
): Promise<Buffer[]> {
  if (oldSize === end) return isWhole ? [] : [await subtree(start, end)];
  const middle = start + splitPoint(end - start);
  return oldSize <= middle
    ? [...(await subproof(subtree, oldSize, start, middle, isWhole)), await subtree(middle, end)]
    : [...(await subproof(subtree, oldSize, middle, end, false)), await subtree(start, middle)];
}
