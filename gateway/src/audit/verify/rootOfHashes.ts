import { createHash } from 'node:crypto';
import { hashOfNode } from './merkleProof.ts';

/** The root over leaf hashes, given one after the other: pairs of equal height are joined as they come. */
export class RootOfHashes {
  readonly #subtrees: { hash: Buffer; leaves: number }[] = [];

  add(leaf: Buffer): void {
    let next = { hash: leaf, leaves: 1 };
    for (let last = this.#subtrees.at(-1); last?.leaves === next.leaves; last = this.#subtrees.at(-1)) {
      this.#subtrees.pop();
      next = { hash: hashOfNode(last.hash, next.hash), leaves: 2 * next.leaves };
    }
    this.#subtrees.push(next);
  }

  root(): Buffer {
    const [last, ...others] = this.#subtrees.toReversed();
    if (last === undefined) return createHash('sha256').digest();
    return others.reduce((right, { hash }) => hashOfNode(hash, right), last.hash);
  }
}
