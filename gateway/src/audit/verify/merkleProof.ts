import { createHash, hash } from 'node:crypto';

/** `SHA-256(0x00 || entry)`, RFC 9162 section 2.1.1. */
export function hashOfLeaf(entry: Uint8Array): Buffer {
  const input = Buffer.allocUnsafe(1 + entry.length);
  input[0] = 0;
  input.set(entry, 1);
  return hash('sha256', input, 'buffer');
}

/** `SHA-256(0x01 || left || right)`, RFC 9162 section 2.1.1. */
export function hashOfNode(left: Uint8Array, right: Uint8Array): Buffer {
  const input = Buffer.allocUnsafe(1 + left.length + right.length);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return hash('sha256', input, 'buffer');
}

/** Whether `leaf` stands at `index` in the tree of `size` leaves with `root` (RFC 9162 section 2.1.3.2). */
export function isIncluded(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let node = BigInt(index);
  let last = BigInt(size) - 1n;
  let hash: Uint8Array = leaf;
  for (const sibling of proof) {
    if (last === 0n) return false;
    if (node % 2n === 1n || node === last) {
      hash = hashOfNode(sibling, hash);
      while (node % 2n === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      hash = hashOfNode(hash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && isEqual(hash, root);
}

/** Whether the tree of `size` begins with the tree of `oldSize` (RFC 9162 section 2.1.4.2). */
export function isConsistent(
  oldSize: number,
  size: number,
  proof: readonly Uint8Array[],
  oldRoot: Uint8Array,
  root: Uint8Array,
): boolean {
  if (!isCount(oldSize) || !isCount(size) || oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && isEqual(oldRoot, root);
  // Every tree begins with the empty one; that its root is the hash of nothing is all there is to check.
  if (oldSize === 0) return proof.length === 0 && isEqual(oldRoot, createHash('sha256').digest());
  let node = BigInt(oldSize) - 1n;
  let last = BigInt(size) - 1n;
  while (node % 2n === 1n) {
    node >>= 1n;
    last >>= 1n;
  }
  // Where the old tree is complete, its root is the first hash and is left out of the proof.
  const path = node === 0n ? [oldRoot, ...proof] : proof;
  const [first, ...rest] = path;
  if (first === undefined) return false;
  let oldHash = first;
  let newHash = first;
  for (const sibling of rest) {
    if (last === 0n) return false;
    if (node % 2n === 1n || node === last) {
      oldHash = hashOfNode(sibling, oldHash);
      newHash = hashOfNode(sibling, newHash);
      while (node % 2n === 0n && node !== 0n) {
        node >>= 1n;
        last >>= 1n;
      }
    } else {
      newHash = hashOfNode(newHash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  return last === 0n && isEqual(oldHash, oldRoot) && isEqual(newHash, root);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isEqual(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0;
}
