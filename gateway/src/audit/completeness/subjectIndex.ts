import { inclusionProof } from '../merkleTree/inclusionProof.ts';
import { leafHash } from '../merkleTree/merkleHash.ts';
import { TilesInMemory } from '../merkleTree/tilesInMemory.ts';
import { TileTree } from '../merkleTree/tileTree.ts';
import { createBreather } from './breather.ts';
import { encodeIndexLeaf, type IndexLeaf } from './indexLeaf.ts';

/** A leaf with its proof: `hashes` lead from it, which stands at `at`, to the root of the index (base64). */
export interface ProvenLeaf {
  readonly at: number;
  readonly leaf: IndexLeaf;
  readonly hashes: readonly string[];
}

/**
 * What the index has of a tag. Where it has nothing, `left` and `right` are the leaves between which it would stand, side by side; one
 * is null at either end, and both where the index is empty.
 */
export interface TagProof {
  readonly tag: string;
  readonly found: ProvenLeaf | null;
  readonly left: ProvenLeaf | null;
  readonly right: ProvenLeaf | null;
}

/** All tags of the first `size` entries of the log, in order, and a tree over them. */
export interface SubjectIndex {
  readonly size: number;
  readonly root: Buffer;
  readonly tags: number;
  prove(tag: string): Promise<TagProof>;
}

const PIECE = 256;

/** `leaves` in the order of their tags, by bytes. */
export async function createSubjectIndex(size: number, leaves: readonly IndexLeaf[]): Promise<SubjectIndex> {
  const tree = new TileTree();
  const tiles = new TilesInMemory();
  const breathe = createBreather();
  for (let start = 0; start < leaves.length; start += PIECE) {
    const hashes = leaves.slice(start, start + PIECE).map((leaf) => leafHash(encodeIndexLeaf(leaf)));
    tiles.add(hashes, tree.append(hashes));
    await breathe();
  }

  const proven = async (at: number): Promise<ProvenLeaf | null> => {
    const leaf = leaves[at];
    if (leaf === undefined) return null;
    const hashes = await inclusionProof(tiles.readTile, at, leaves.length);
    return { at, leaf, hashes: hashes.map((hash) => hash.toString('base64')) };
  };

  return {
    size,
    root: tree.root(),
    tags: leaves.length,
    async prove(tag) {
      const at = placeOf(tag, leaves);
      if (leaves[at]?.tag === tag) return { tag, found: await proven(at), left: null, right: null };
      return { tag, found: null, left: await proven(at - 1), right: await proven(at) };
    },
  };
}

/** Where the tag stands, or would stand. */
function placeOf(tag: string, leaves: readonly IndexLeaf[]): number {
  let [low, high] = [0, leaves.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((leaves[middle] as IndexLeaf).tag < tag) low = middle + 1;
    else high = middle;
  }
  return low;
}
