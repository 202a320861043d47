import { EMPTY_ROOT, nodeHash } from './merkleHash.ts';

/** Told each node as it becomes final: `height` 0 is a leaf, `index` counts from the left at that height. */
export type OnNode = (height: number, index: number, hash: Buffer) => void;

/**
 * The right edge of an append-only Merkle tree (a compact range): one hash for each bit that is set in the size. It is all
 * that is needed to append and to tell the root.
 */
export class Frontier {
  #size: number;
  /** Roots of the complete subtrees, the largest first. */
  readonly #peaks: Buffer[];

  constructor(size = 0, peaks: readonly Buffer[] = []) {
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): number {
    return this.#size;
  }

  append(leaf: Buffer, onNode?: OnNode): void {
    let node = leaf;
    let height = 0;
    let index = this.#size;
    onNode?.(height, index, node);
    while (index % 2 === 1) {
      node = nodeHash(this.#peaks.pop() as Buffer, node);
      height += 1;
      index = (index - 1) / 2;
      onNode?.(height, index, node);
    }
    this.#peaks.push(node);
    this.#size += 1;
  }

  /** The Merkle tree hash of all leaves so far (RFC 6962 section 2.1). */
  root(): Buffer {
    let root = this.#peaks.at(-1);
    if (root === undefined) return EMPTY_ROOT;
    for (let at = this.#peaks.length - 2; at >= 0; at--) root = nodeHash(this.#peaks[at] as Buffer, root);
    return root;
  }

  copy(): Frontier {
    return new Frontier(this.#size, this.#peaks);
  }
}
